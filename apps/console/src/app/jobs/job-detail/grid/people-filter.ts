import type { PersonProgress } from '@ferry/contracts';
import { PERSON_PHASE_FACES, PERSON_PHASES, type PersonPhase } from '../../labels/person-phase';

/** A filter with how many people it shows. */
export interface PhaseFilter {
  readonly phase: PersonPhase | null;
  readonly label: string;
  readonly count: number;
}

/** "All", then the phases that occur; one that is chosen stays, even when the last person has left it. */
export function phaseFilters(phases: readonly PersonPhase[], chosen: PersonPhase | null): PhaseFilter[] {
  const count = (phase: PersonPhase) => phases.filter((candidate) => candidate === phase).length;
  return [
    { phase: null, label: 'All', count: phases.length },
    ...PERSON_PHASES.map((phase) => ({ phase, label: PERSON_PHASE_FACES[phase].label, count: count(phase) })).filter(
      (filter) => filter.count > 0 || filter.phase === chosen,
    ),
  ];
}

/** Which people are shown; every condition that is given must hold. */
export interface PeopleFilter {
  readonly phase: PersonPhase | null;
  /** Part of a name, an address or an id. */
  readonly text: string;
  /** The code of an error that they have. */
  readonly code: string | null;
  /** Only those of whom something has not come further for much longer than others take. */
  readonly stuck: boolean;
}

/** The people whom a filter lets pass; `phases` runs parallel to `people`. */
export function filterPeople(
  people: readonly PersonProgress[],
  phases: readonly PersonPhase[],
  { phase, text, code, stuck }: PeopleFilter,
): readonly PersonProgress[] {
  const wanted = text.trim().toLowerCase();
  if (phase === null && wanted === '' && code === null && !stuck) return people;
  return people.filter(
    (person, index) =>
      (phase === null || phases[index] === phase) &&
      (code === null || person.services.some(({ errors }) => errors.some((error) => error.code === code))) &&
      (!stuck || isStuck(person)) &&
      [person.displayName, person.mail, person.id].some((value) => value?.toLowerCase().includes(wanted) ?? false),
  );
}

/** Whether something of a person is stuck. */
export function isStuck({ services }: PersonProgress): boolean {
  return services.some(({ stuck }) => stuck);
}

/** A phase from the address, if it is one. */
export function phaseOf(value: string | undefined): PersonPhase | null {
  return PERSON_PHASES.find((phase) => phase === value) ?? null;
}

import type { PersonProgress } from '@ferry/contracts';
import { formatQuantity } from '../../../format/numbers';
import { WORKLOAD_FACES } from '../../labels/workload-faces';

/** A person of whom skipped items wait for a decision. */
export interface PendingDecision {
  readonly person: PersonProgress;
  readonly name: string;
  /** "Mail: 12 items left out". */
  readonly what: readonly string[];
}

/** Everybody of whom skipped items wait for a decision, in the order of the job. */
export function pendingDecisions(people: readonly PersonProgress[]): PendingDecision[] {
  return people
    .filter(({ removed }) => !removed)
    .map((person) => ({
      person,
      name: person.displayName ?? person.id,
      what: person.services
        .filter(({ heldDateTime }) => heldDateTime !== null)
        .map(({ service, skipped }) => {
          const items = formatQuantity(skipped, 'item left out', 'items left out');
          return `${WORKLOAD_FACES[service].label}: ${items}`;
        }),
    }))
    .filter(({ what }) => what.length > 0);
}

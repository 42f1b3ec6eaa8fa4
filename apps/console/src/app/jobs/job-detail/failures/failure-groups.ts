import { type PersonProgress, type ServiceProgress, Workload } from '@ferry/contracts';
import { type CatalogueEntry, catalogueEntry } from '@ferry/domain';

/** Someone whom a cause concerns, and what was found. */
export interface Concerned {
  readonly id: string;
  readonly name: string;
  readonly message: string;
}

/** Everyone who failed for the same reason. */
export interface FailureGroup {
  /** Null where the service gave none. */
  readonly code: string | null;
  readonly title: string;
  readonly entry: CatalogueEntry | null;
  readonly workloads: readonly Workload[];
  readonly people: readonly Concerned[];
}

/** The errors of a job's people by cause, the one that concerns most people first. People taken out do not count. */
export function groupFailures(people: readonly PersonProgress[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const person of people) {
    if (person.removed) continue;
    for (const service of person.services) {
      // What waits for a decision has not failed; it has a card of its own.
      if (service.heldDateTime !== null) continue;
      for (const { code, message } of service.errors) {
        const key = code ?? message ?? '';
        groups.set(key, addTo(groups.get(key) ?? emptyGroup(code, message, service), person, service, message ?? ''));
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.people.length - a.people.length);
}

function emptyGroup(code: string | null, message: string | null, { service }: ServiceProgress): FailureGroup {
  const variant = service === Workload.Meeting ? 'meeting' : undefined;
  const entry = code === null ? undefined : catalogueEntry(code, variant);
  return { code, title: entry?.title ?? message ?? 'Failed', entry: entry ?? null, workloads: [], people: [] };
}

function addTo(
  group: FailureGroup,
  person: PersonProgress,
  { service }: ServiceProgress,
  message: string,
): FailureGroup {
  const concerned = { id: person.id, name: person.displayName ?? person.id, message };
  return {
    ...group,
    workloads: group.workloads.includes(service) ? group.workloads : [...group.workloads, service],
    people: group.people.some(({ id }) => id === person.id) ? group.people : [...group.people, concerned],
  };
}

/** Someone whose target did not take everything. */
export interface LeftOut {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

/** People who completed without some of their items. */
export function leftOutItems(people: readonly PersonProgress[]): LeftOut[] {
  return people
    .filter(({ removed }) => !removed)
    .map(({ id, displayName, services }) => ({
      id,
      name: displayName ?? id,
      items: services.reduce((sum, { skipped, failed }) => sum + skipped + failed, 0),
    }))
    .filter(({ items }) => items > 0);
}

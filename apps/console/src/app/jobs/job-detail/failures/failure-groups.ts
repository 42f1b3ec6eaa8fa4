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
  const causes = new Map<string, Cause>();
  for (const person of people) {
    if (person.removed) continue;
    for (const service of person.services) {
      // What waits for a decision has not failed; it has a card of its own.
      if (service.heldDateTime !== null) continue;
      for (const { code, message } of service.errors) {
        const key = code ?? message ?? '';
        const cause = causes.get(key) ?? newCause(code, message, service);
        causes.set(key, cause);
        cause.workloads.add(service.service);
        if (cause.people.has(person.id)) continue;
        const name = person.displayName ?? person.id;
        cause.people.set(person.id, { id: person.id, name, message: message ?? '' });
      }
    }
  }
  return [...causes.values()]
    .map((cause) => ({ ...cause, workloads: [...cause.workloads], people: [...cause.people.values()] }))
    .sort((a, b) => b.people.length - a.people.length);
}

/** A group that people are still added to. */
interface Cause extends Omit<FailureGroup, 'workloads' | 'people'> {
  readonly workloads: Set<Workload>;
  readonly people: Map<string, Concerned>;
}

function newCause(code: string | null, message: string | null, { service }: ServiceProgress): Cause {
  const variant = service === Workload.Meeting ? 'meeting' : undefined;
  const entry = code === null ? undefined : catalogueEntry(code, variant);
  const title = entry?.title ?? message ?? 'Failed';
  return { code, title, entry: entry ?? null, workloads: new Set(), people: new Map() };
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

import { JobEventKind } from '@ferry/contracts';

/** Which events of a job are shown; null and an empty text leave nothing out. */
export interface EventFilter {
  readonly kind: JobEventKind | null;
  /** A part of the name or the address of a person. */
  readonly about: string;
  /** A part of the name of whoever asked. */
  readonly actor: string;
}

/** Reads what an address says; what is no kind leaves nothing out. */
export function readEventFilter(parameter: (name: string) => string | null): EventFilter {
  const kind = Object.values(JobEventKind).find((word) => word === parameter('events')) ?? null;
  return { kind, about: parameter('about') ?? '', actor: parameter('actor') ?? '' };
}

/** What an address says of a filter; null where nothing is said. `kind` would not say of what in an address. */
export function eventParameters({ kind, about, actor }: EventFilter): Record<string, string | null> {
  return { events: kind, about: about || null, actor: actor || null };
}

/** What the service is asked for. */
export function eventOptions({ kind, about, actor }: EventFilter): Record<string, string> {
  return { ...(kind === null ? {} : { kind }), ...(about && { about }), ...(actor && { actor }) };
}

export function narrowsEvents(filter: EventFilter): boolean {
  return Object.keys(eventOptions(filter)).length > 0;
}

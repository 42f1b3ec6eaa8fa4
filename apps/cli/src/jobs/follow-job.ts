import { API_ROUTES } from '@ferry/contracts';
import { setTimeout } from 'node:timers/promises';
import { jobSegment } from '../service/routes';
import type { ServiceClient } from '../service/service-client';
import { ConnectionError, ServiceRefusal } from '../service/service-refusal';
import { missedEvents, type NumberedEvent } from './missed-events';

const NOT_FOUND = 404;
const SERVER_TROUBLE = 500;
/** How long to wait before each attempt to come back, in milliseconds; a restart of the service fits in. */
const PAUSES: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** A message about a job as it is on the wire. */
interface WireChange {
  readonly events: readonly NumberedEvent[];
}

/**
 * The messages about a job as they are on the wire, the first one of which says everything. A stream that breaks is
 * opened again, and what happened meanwhile is added to the first message. Ends when the job is gone.
 *
 * @throws ServiceRefusal, ConnectionError when the first attempt fails, or the last one to come back
 */
export async function* followJob(service: ServiceClient, job: string, pauses = PAUSES): AsyncGenerator {
  const route = API_ROUTES.jobChangesOf(jobSegment(job));
  let lastEvent: number | null = null;
  for (let attempt = 0; ; attempt += 1) {
    let isReopened: boolean = lastEvent !== null;
    try {
      for await (const message of service.stream(route)) {
        const change = message as WireChange;
        const events: readonly NumberedEvent[] = isReopened
          ? await withoutGap(service, job, lastEvent ?? 0, change.events)
          : change.events;
        isReopened = false;
        lastEvent = events.at(-1)?.id ?? lastEvent ?? 0;
        attempt = 0;
        yield { ...change, events };
      }
    } catch (error) {
      if (lastEvent !== null && error instanceof ServiceRefusal && error.status === NOT_FOUND) return;
      if (lastEvent === null || !mayPass(error) || attempt >= pauses.length) throw error;
    }
    // A stream that ends in order is opened again for as long as the service answers.
    await setTimeout(pauses[Math.min(attempt, pauses.length - 1)]);
  }
}

async function withoutGap(
  service: ServiceClient,
  job: string,
  lastEvent: number,
  events: readonly NumberedEvent[],
): Promise<readonly NumberedEvent[]> {
  const [oldest] = events;
  if (oldest === undefined || oldest.id <= lastEvent) return events;
  return [...(await missedEvents(service, job, lastEvent, oldest.id)), ...events];
}

function mayPass(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ServiceRefusal && error.status >= SERVER_TROUBLE);
}

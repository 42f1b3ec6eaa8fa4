import { API_ROUTES } from '@ferry/contracts';
import { setTimeout } from 'node:timers/promises';
import { jobSegment } from '../service/routes';
import type { ServiceClient } from '../service/service-client';
import { ConnectionError, ServiceRefusal } from '../service/service-refusal';

const NOT_FOUND = 404;
const SERVER_TROUBLE = 500;
/** How long to wait before each attempt to come back, in milliseconds; a restart of the service fits in. */
const PAUSES: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * The messages about a job as they are on the wire, the first one of which says everything. A stream that breaks is
 * opened again. Ends when the job is gone.
 *
 * @throws ServiceRefusal, ConnectionError when the first attempt fails, or the last one to come back
 */
export async function* followJob(service: ServiceClient, job: string, pauses = PAUSES): AsyncGenerator {
  const route = API_ROUTES.jobChangesOf(jobSegment(job));
  let wasThere = false;
  for (let attempt = 0; ; attempt += 1) {
    try {
      for await (const message of service.stream(route)) {
        wasThere = true;
        attempt = 0;
        yield message;
      }
    } catch (error) {
      if (wasThere && error instanceof ServiceRefusal && error.status === NOT_FOUND) return;
      if (!wasThere || !mayPass(error) || attempt >= pauses.length) throw error;
    }
    await setTimeout(pauses[attempt]);
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ServiceRefusal && error.status >= SERVER_TROUBLE);
}

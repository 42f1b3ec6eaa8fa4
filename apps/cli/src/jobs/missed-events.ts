import { API_ROUTES } from '@ferry/contracts';
import { jobSegment } from '../service/routes';
import type { ServiceClient } from '../service/service-client';

/** An event as it is on the wire, of which only the number matters here. */
export interface NumberedEvent {
  readonly id: number;
}

const PAGE = 1_000;

/**
 * The events of a job between two numbers, oldest first. The first message of a stream brings only the latest ones, so
 * whoever was away for longer asks for those in between.
 */
export async function missedEvents(
  service: ServiceClient,
  job: string,
  after: number,
  before: number,
): Promise<NumberedEvent[]> {
  const missed: NumberedEvent[] = [];
  for (let oldest = before; ;) {
    const route = `${API_ROUTES.jobEvents(jobSegment(job))}?top=${PAGE}&before=${oldest}`;
    const { value, nextLink } = (await service.get(route)) as { value: NumberedEvent[]; nextLink?: string };
    const news = value.filter(({ id }) => id > after);
    missed.push(...news);
    oldest = news.at(-1)?.id ?? oldest;
    if (news.length < value.length || nextLink === undefined) return missed.reverse();
  }
}

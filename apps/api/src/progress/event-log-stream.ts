import type { MessageEvent } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { auditTime, concatMap, filter, map, merge, type Observable, of, takeWhile } from 'rxjs';
import { Changes } from '../changes/changes';
import { JobEventsRepository } from '../events/job-events.repository';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { withPings } from './pings';
import { toJobEvent } from './progress.mapper';

/** How many events are read at a time. */
const PAGE = 500;
/** Word of changes that comes within this time leads to one look. */
const TOGETHER_MS = 50;

/**
 * The event log of a job, as it grows. Whoever follows says which event they saw last, and gets every later one once and
 * in order: within a job the numbers are given in the order of the commits, because whoever writes an event holds the
 * lock of the job. So it does not matter by which process an event was written, nor from which one it is read.
 */
@Injectable()
export class EventLogStream {
  constructor(
    private readonly changes: Changes,
    private readonly events: JobEventsRepository,
    private readonly jobs: JobsRepository,
  ) {}

  /** Each event behind the given number with its number as id; ends when the job is gone. */
  of({ id, tenantId }: Pick<JobRecord, 'id' | 'tenantId'>, after: number): Observable<MessageEvent> {
    let seen = after;
    const later = this.changes.signals.pipe(
      filter((signal) => signal === 'gap' || signal.jobId === id),
      auditTime(TOGETHER_MS),
    );
    const unseen = async function* (this: EventLogStream): AsyncGenerator<MessageEvent | 'gone'> {
      for (let count = PAGE; count === PAGE;) {
        const events = await this.events.since(id, seen, PAGE);
        for (const event of events) {
          seen = event.id;
          yield { id: String(event.id), data: toJobEvent(event) };
        }
        count = events.length;
      }
      if (!(await this.jobs.find(tenantId, id))) yield 'gone';
    };
    // Listening begins before the first look, so nothing falls between the two.
    const messages = merge(of('first'), later).pipe(
      concatMap(() => unseen.call(this)),
      takeWhile((message) => message !== 'gone'),
      map((message) => message),
    );
    return withPings(messages);
  }
}

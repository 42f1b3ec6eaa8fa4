import type { CrossTenantMigrationJob, JobChange } from '@ferry/contracts';
import type { MessageEvent } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import {
  auditTime,
  buffer,
  concatMap,
  filter,
  from,
  interval,
  last,
  map,
  merge,
  type Observable,
  of,
  share,
  takeUntil,
  takeWhile,
} from 'rxjs';
import { type ChangeSignal, Changes } from '../changes/changes';
import type { JobRecord } from '../jobs/job.record';
import { toJob } from '../jobs/job.mapper';
import { JobsRepository } from '../jobs/jobs.repository';
import { ProgressService } from './progress.service';

/** Changes of this long are told together; a console needs no more than a few messages a second. */
const TOGETHER_MS = 200;
/** Proxies close connections on which nothing happens. */
const PING_MS = 20_000;

/** Turns the word that something changed into messages that say what is there now. */
@Injectable()
export class ChangeStream {
  constructor(
    private readonly changes: Changes,
    private readonly progress: ProgressService,
    private readonly jobs: JobsRepository,
  ) {}

  /**
   * A job as it is, then what changes in it; ends when the job is gone. The job is read after listening has begun, so no
   * change falls between what the caller knew of it and the first message.
   */
  ofJob(job: Pick<JobRecord, 'id' | 'tenantId'>): Observable<MessageEvent> {
    let lastEvent = 0;
    const first = of<ChangeSignal[] | 'first'>('first');
    const later = this.together((signal) => signal === 'gap' || signal.jobId === job.id);
    const messages = merge(first, later).pipe(
      concatMap(async (signals): Promise<JobChange | null> => {
        if (signals === 'first') return this.progress.whole(job.id, job.tenantId);
        return this.progress.since(job.id, job.tenantId, lastEvent, whoChanged(signals));
      }),
      takeWhile((change) => change !== null),
      map((change): MessageEvent => {
        lastEvent = change.events.at(-1)?.id ?? lastEvent;
        return { data: change };
      }),
    );
    return withPings(messages);
  }

  /**
   * Every job of a tenant that is created or changes, as the contract shows it in lists; a deleted one by its id. After
   * a gap anything may have changed, so whoever listens is told to look for themselves.
   */
  ofTenant(tenantId: string): Observable<MessageEvent> {
    const messages = this.together((signal) => signal === 'gap' || signal.tenantId === tenantId).pipe(
      concatMap((signals) => from(new Set(signals.map((signal) => (signal === 'gap' ? signal : signal.jobId))))),
      concatMap(async (jobId): Promise<MessageEvent> => {
        if (jobId === 'gap') return { type: 'gap', data: {} };
        const job = await this.jobs.find(tenantId, jobId);
        if (!job) return { type: 'deleted', data: { id: jobId } };
        const listed: CrossTenantMigrationJob = { ...toJob(job), resources: [] };
        return { data: listed };
      }),
    );
    return withPings(messages);
  }

  private together(isMeant: (signal: ChangeSignal) => boolean): Observable<ChangeSignal[]> {
    const meant = this.changes.signals.pipe(filter(isMeant));
    return meant.pipe(buffer(meant.pipe(auditTime(TOGETHER_MS))));
  }
}

function whoChanged(signals: readonly ChangeSignal[]): string[] | null {
  const personIds = new Set<string>();
  for (const signal of signals) {
    if (signal === 'gap' || signal.personIds === null) return null;
    for (const personId of signal.personIds) personIds.add(personId);
  }
  return [...personIds];
}

/** Adds pings; they stop with the messages, so that the end of a stream ends the connection. */
function withPings(messages: Observable<MessageEvent>): Observable<MessageEvent> {
  const shared = messages.pipe(share());
  const pings = interval(PING_MS).pipe(
    map((): MessageEvent => ({ type: 'ping', data: '' })),
    takeUntil(shared.pipe(last(null, null))),
  );
  return merge(shared, pings);
}

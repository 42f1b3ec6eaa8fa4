import type { CrossTenantMigrationJob, JobChange } from '@ferry/contracts';
import type { MessageEvent } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { auditTime, buffer, concatMap, filter, from, map, merge, type Observable, of, takeWhile } from 'rxjs';
import { type ChangeSignal, Changes } from '../changes/changes';
import type { JobRecord } from '../jobs/job.record';
import { toJob } from '../jobs/job.mapper';
import { JobsRepository } from '../jobs/jobs.repository';
import { withPings } from './pings';
import { MOST_EVENTS, ProgressService } from './progress.service';

/** Changes of this long are told together; a console needs no more than a few messages a second. */
const TOGETHER_MS = 200;

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
    const told = { lastEvent: 0 };
    const first = of<ChangeSignal[] | 'first'>('first');
    const later = this.together((signal) => signal === 'gap' || signal.jobId === job.id);
    const messages = merge(first, later).pipe(
      concatMap((signals) => this.changesOf(job, told, signals)),
      takeWhile((change) => change !== null),
      map((change): MessageEvent => ({ data: change })),
    );
    return withPings(messages);
  }

  /** What changed; in several messages when there are too many events for one. Null when the job is gone. */
  private async *changesOf(
    { id, tenantId }: Pick<JobRecord, 'id' | 'tenantId'>,
    told: { lastEvent: number },
    signals: ChangeSignal[] | 'first',
  ): AsyncGenerator<JobChange | null> {
    let personIds = signals === 'first' ? null : whoChanged(signals);
    for (let events = MOST_EVENTS; events === MOST_EVENTS; personIds = []) {
      const change =
        signals === 'first'
          ? await this.progress.whole(id, tenantId)
          : await this.progress.since(id, tenantId, told.lastEvent, personIds);
      told.lastEvent = change?.events.at(-1)?.id ?? told.lastEvent;
      events = change?.events.length ?? 0;
      yield change;
    }
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

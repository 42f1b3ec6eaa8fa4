import type { JobChange } from '@ferry/contracts';
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
  takeUntil,
  takeWhile,
} from 'rxjs';
import { type ChangeSignal, Changes } from '../changes/changes';
import type { JobRecord } from '../jobs/job.record';
import { toListedJob } from '../jobs/job.mapper';
import { JobsRepository } from '../jobs/jobs.repository';
import { withPings } from './pings';
import { MOST_EVENTS, ProgressService } from './progress.service';

/** Changes of this long are told together; a console needs no more than a few messages a second. */
const TOGETHER_MS = 200;
/** What stands still makes no change, so the stream looks by itself who has become stuck, or is not any more. */
const LOOK_MS = 20_000;

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
    const told: Told = { lastEvent: 0, stuck: new Set() };
    const first = of('first' as const);
    const later = this.together((signal) => signal === 'gap' || signal.jobId === job.id);
    const looks = interval(LOOK_MS).pipe(
      map(() => 'look' as const),
      takeUntil(this.changes.signals.pipe(last(null, null))),
    );
    const messages = merge(first, later, looks).pipe(
      concatMap((signals) => this.changesOf(job, told, signals)),
      takeWhile((change) => change !== null),
      map((change): MessageEvent => ({ data: change })),
    );
    return withPings(messages);
  }

  /** What changed; in several messages when there are too many events for one. Null when the job is gone. */
  private async *changesOf(
    { id, tenantId }: Pick<JobRecord, 'id' | 'tenantId'>,
    told: Told,
    signals: ChangeSignal[] | 'first' | 'look',
  ): AsyncGenerator<JobChange | null> {
    let personIds = typeof signals === 'string' ? null : whoChanged(signals);
    if (signals === 'look') {
      const stuck = new Set(await this.progress.stuckPeople(id, tenantId));
      const moved = [...told.stuck].filter((person) => !stuck.has(person));
      personIds = [...moved, ...[...stuck].filter((person) => !told.stuck.has(person))];
      if (personIds.length === 0) return;
    }
    for (let events = MOST_EVENTS; events === MOST_EVENTS; personIds = []) {
      const change =
        signals === 'first'
          ? await this.progress.whole(id, tenantId)
          : await this.progress.since(id, tenantId, told.lastEvent, personIds);
      told.lastEvent = change?.events.at(-1)?.id ?? told.lastEvent;
      for (const person of change?.people ?? []) {
        if (person.services.some(({ stuck }) => stuck)) told.stuck.add(person.id);
        else told.stuck.delete(person.id);
      }
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
        const listed = toListedJob(job);
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

/** What a stream has told so far. */
interface Told {
  lastEvent: number;
  readonly stuck: Set<string>;
}

function whoChanged(signals: readonly ChangeSignal[]): string[] | null {
  const personIds = new Set<string>();
  for (const signal of signals) {
    if (signal === 'gap' || signal.personIds === null) return null;
    for (const personId of signal.personIds) personIds.add(personId);
  }
  return [...personIds];
}

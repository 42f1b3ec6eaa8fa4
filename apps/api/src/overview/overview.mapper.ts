import {
  type Attention,
  type AttentionCause,
  AttentionKind,
  type AttentionPerson,
  type Cutover,
  JobStatus,
  type RunningJob,
  WORKLOADS,
} from '@ferry/contracts';
import { catalogueEntry, type JobAttention } from '@ferry/domain';
import { FIXERS } from '../errors/error-entry.mapper';
import { toListedJob } from '../jobs/job.mapper';
import type { JobRecord } from '../jobs/job.record';
import type { JobOutlook } from '../progress/job-outlook';
import type { RunningRow, SyncedRow } from './running.repository';
import type { CauseRow, TroubledRow } from './trouble.repository';

/** Who of a job is in trouble, and for what. */
export interface FoundTrouble {
  readonly failed: TroubledRow | undefined;
  readonly held: TroubledRow | undefined;
  readonly causes: readonly CauseRow[];
  readonly stuck: readonly string[];
  readonly stuckExamples: readonly AttentionPerson[];
}

/** A job that needs a person, as the API shows it. */
export function toAttention(job: JobRecord, { kind, dueAt, action }: JobAttention, found: FoundTrouble): Attention {
  return { kind, job: toListedJob(job), ...concerned(kind, found), dueDateTime: dueAt, action };
}

type Concerned = Pick<Attention, 'people' | 'examples' | 'causes' | 'skippedItems'>;

function concerned(kind: AttentionKind, { failed, held, causes, stuck, stuckExamples }: FoundTrouble): Concerned {
  const nobody: Concerned = { people: 0, examples: [], causes: [], skippedItems: 0 };
  switch (kind) {
    case AttentionKind.Failed:
      return {
        ...nobody,
        people: failed?.people ?? 0,
        examples: [...(failed?.examples ?? [])],
        causes: causes.map(toCause),
      };
    case AttentionKind.SkippedItems:
      return {
        ...nobody,
        people: held?.people ?? 0,
        examples: [...(held?.examples ?? [])],
        skippedItems: held?.items ?? 0,
      };
    case AttentionKind.Stuck:
      return { ...nobody, people: stuck.length, examples: [...stuckExamples] };
    case AttentionKind.Approval:
    case AttentionKind.ValidationExpiry:
    case AttentionKind.Cutover:
      return nobody;
  }
}

function toCause({ code, message, people, examples }: CauseRow): AttentionCause {
  const entry = code === null ? undefined : catalogueEntry(code);
  return {
    code,
    title: entry?.title ?? message,
    remedy: entry?.remedy ?? null,
    who: entry ? FIXERS[entry.who] : null,
    people,
    examples: [...examples],
  };
}

const VALIDATING: ReadonlySet<JobStatus> = new Set([
  JobStatus.ValidateSubmitted,
  JobStatus.ValidateProcessing,
  JobStatus.ValidateInProgress,
]);

/** A job that runs, with its workloads in their usual order. */
export function toRunningJob(job: JobRecord, rows: readonly RunningRow[], outlook: JobOutlook | undefined): RunningJob {
  const ordered = WORKLOADS.flatMap((service) => rows.filter((row) => row.service === service));
  return {
    job: toListedJob(job),
    people: Math.max(0, ...rows.map(({ people }) => people)),
    workloads: ordered.map(({ jobId: _jobId, checkedPeople, ...row }) => ({
      ...row,
      endedPeople: VALIDATING.has(job.status) ? checkedPeople : row.endedPeople,
      remaining: outlook?.remainingOf(row.service) ?? null,
    })),
  };
}

/** A cutover of the next days. */
export function toCutover(job: JobRecord, people: SyncedRow | undefined, awaits: boolean): Cutover {
  return {
    job: toListedJob(job),
    people: people?.people ?? 0,
    syncedPeople: people?.syncedPeople ?? 0,
    awaitsApproval: awaits,
  };
}

import { AttentionAction, AttentionKind, JobStatus } from '@ferry/contracts';
import {
  type ActionPolicy,
  awaitsApproval,
  decideAction,
  hasPassed,
  type JobSituation,
  validationExpiresAt,
} from '../lifecycle/job-actions';

/** Every reason for which a job needs a person, the most urgent one first. */
export const ATTENTION_KINDS: readonly AttentionKind[] = [
  AttentionKind.Failed,
  AttentionKind.SkippedItems,
  AttentionKind.Stuck,
  AttentionKind.Approval,
  AttentionKind.ValidationExpiry,
  AttentionKind.Cutover,
];

/** How many people of a job are in trouble. */
export interface AttentionFigures {
  /** People of whom a workload failed, or was found invalid. */
  failed: number;
  /** People who wait for a decision about skipped items. */
  held: number;
  /** People of whom a workload is stuck. */
  stuck: number;
}

/** Why a job needs a person, until when, and what helps. */
export interface JobAttention {
  kind: AttentionKind;
  /** The expiry or the date of the cutover; null where nothing becomes due. */
  dueAt: Date | null;
  action: AttentionAction;
}

const DAY = 86_400_000;
/** A validation that holds no longer than this is about to expire. */
const EXPIRES_WITHIN = 2 * DAY;
/** A cutover that nobody has prepared is mentioned for this long before its date. */
const CUTOVER_WITHIN = 3 * DAY;

/** Statuses in which nobody has begun the migration, although nothing stands against it. */
const NOT_BEGUN: ReadonlySet<JobStatus> = new Set([JobStatus.Submitted, JobStatus.ValidatePassed]);

/**
 * Every reason for which a job needs a person now, the most urgent one first; none when it goes its way. An expiry
 * outweighs the date of the cutover, because migrating in time answers both.
 */
export function jobAttention(
  job: JobSituation,
  { failed, held, stuck }: AttentionFigures,
  now: Date,
  policy: ActionPolicy,
): JobAttention[] {
  const noDate = { dueAt: null, action: AttentionAction.Open };
  return [
    ...(failed > 0 || job.status === JobStatus.Failed ? [{ kind: AttentionKind.Failed, ...noDate }] : []),
    ...(held > 0 ? [{ kind: AttentionKind.SkippedItems, ...noDate }] : []),
    ...(stuck > 0 ? [{ kind: AttentionKind.Stuck, ...noDate }] : []),
    ...(awaitsApproval(job, policy)
      ? [{ kind: AttentionKind.Approval, dueAt: job.completeAfter, action: AttentionAction.Open }]
      : notBegun(job, now, policy)),
  ];
}

function notBegun(job: JobSituation, now: Date, policy: ActionPolicy): JobAttention[] {
  if (!NOT_BEGUN.has(job.status)) return [];
  const action = startOf(job, now, policy);
  if (action === null) return [];
  const within = (span: number, date: Date) => hasPassed(new Date(date.getTime() - span), now);
  if (job.status === JobStatus.ValidatePassed && job.validatedAt !== null) {
    const dueAt = validationExpiresAt(job.validatedAt, policy);
    if (within(EXPIRES_WITHIN, dueAt)) return [{ kind: AttentionKind.ValidationExpiry, dueAt, action }];
  }
  if (!within(CUTOVER_WITHIN, job.completeAfter)) return [];
  return [{ kind: AttentionKind.Cutover, dueAt: job.completeAfter, action }];
}

/** The next step towards the migration that is allowed now. */
function startOf(job: JobSituation, now: Date, policy: ActionPolicy): AttentionAction | null {
  if (decideAction('migrate', job, now, policy).allowed) return AttentionAction.Migrate;
  return decideAction('validate', job, now, policy).allowed ? AttentionAction.Validate : null;
}

import { JobStatus, JobType } from '@ferry/contracts';
import { catalogueError } from '../errors/catalogue-error';
import type { CodeRaisedBy } from '../errors/error-catalogue';
import { isFinal, nextJobStatus } from './job-lifecycle';

/** What a caller may ask of a job; `update` moves the cutover date. */
export type JobAction = 'validate' | 'migrate' | 'approve' | 'cancel' | 'update' | 'delete';

/** Every action, in the order in which a job usually meets them. */
export const JOB_ACTIONS: readonly JobAction[] = ['validate', 'migrate', 'approve', 'cancel', 'update', 'delete'];

/** What a decision about an action looks at. */
export interface JobSituation {
  /** Named in refusals that carry the id; `<ID>` stands there without it. */
  id?: string;
  status: JobStatus;
  /** What the job does now: it validates until `migrate` is called (design, section 4). */
  jobType: JobType;
  /** The `jobType` that the create body carried, null when it carried none. */
  createdAs: JobType | null;
  /** When the job last reached `validatePassed`; null when it never did. */
  validatedAt: Date | null;
  /** `completeAfterDateTime`: the earliest moment of the cutover. */
  completeAfter: Date;
}

/** The settings that bear on decisions. */
export interface ActionPolicy {
  /** For how many days a passed validation counts (`FERRY_VALIDATION_DAYS`). */
  validationDays: number;
  /** Whether a migration begins only after a second person has approved it (`FERRY_REQUIRE_APPROVAL`). */
  requireApproval: boolean;
}

/** Whether an action may be done now; a refusal has a stable code and says the current status and the way out. */
export type ActionDecision = { allowed: true } | { allowed: false; code: CodeRaisedBy<'api'>; message: string };

const MILLISECONDS_PER_DAY = 86_400_000;

/** The first moment at which a passed validation no longer counts (contract page 3.4). */
export function validationExpiresAt(validatedAt: Date, policy: Pick<ActionPolicy, 'validationDays'>): Date {
  return new Date(validatedAt.getTime() + policy.validationDays * MILLISECONDS_PER_DAY);
}

type Rule = (job: JobSituation, now: Date, policy: ActionPolicy) => ActionDecision;

const ALLOWED: ActionDecision = { allowed: true };

function refuse(code: CodeRaisedBy<'api'>, ...params: string[]): ActionDecision {
  return { allowed: false, ...catalogueError(code, params) };
}

function hasExpired(job: JobSituation, now: Date, policy: ActionPolicy): boolean {
  return job.validatedAt === null || now >= validationExpiresAt(job.validatedAt, policy);
}

/** Until when the date may be moved: always, until the date itself has passed, or not at all (contract page 1.3.4). */
const DATE_MAY_MOVE: Readonly<Record<JobStatus, 'always' | 'untilItPasses' | 'never'>> = {
  [JobStatus.Submitted]: 'always',
  [JobStatus.Approved]: 'always',
  [JobStatus.ValidateSubmitted]: 'always',
  [JobStatus.ValidateProcessing]: 'always',
  [JobStatus.ValidateInProgress]: 'always',
  [JobStatus.ValidatePassed]: 'always',
  [JobStatus.ValidateFailed]: 'always',
  [JobStatus.AdminActionRequired]: 'untilItPasses',
  [JobStatus.Processing]: 'untilItPasses',
  [JobStatus.InProgress]: 'untilItPasses',
  [JobStatus.CuttingOver]: 'never',
  [JobStatus.Completed]: 'never',
  [JobStatus.CompletedWithErrors]: 'never',
  [JobStatus.Failed]: 'never',
  [JobStatus.Cancelled]: 'never',
  [JobStatus.PendingCancel]: 'never',
  [JobStatus.PendingDelete]: 'never',
  [JobStatus.Deleted]: 'never',
  [JobStatus.UnknownFutureValue]: 'never',
};

/** Statuses that can be cancelled and in which people cut over from the date on (ADR 0010, ADR 0027). */
const MOVES_PEOPLE: ReadonlySet<JobStatus> = new Set([JobStatus.InProgress, JobStatus.AdminActionRequired]);

/** Whether a migration was submitted and waits for a second person. */
export function awaitsApproval(
  job: Pick<JobSituation, 'status' | 'jobType'>,
  policy: Pick<ActionPolicy, 'requireApproval'>,
): boolean {
  return policy.requireApproval && job.status === JobStatus.Submitted && job.jobType === JobType.Migrate;
}

const RULES: Readonly<Record<JobAction, Rule>> = {
  validate: (job, now, policy) => {
    const stillCounts = job.status === JobStatus.ValidatePassed && !hasExpired(job, now, policy);
    if (stillCounts || !nextJobStatus(job.status, 'validate')) return refuse('validateNotAllowed', job.status);
    return ALLOWED;
  },
  migrate: (job, now, policy) => {
    if (!nextJobStatus(job.status, 'migrate')) return refuse('migrateNotAllowed', job.status);
    // A retry needs no fresh validation: every check runs again while the job is processing.
    if (job.status === JobStatus.ValidatePassed && hasExpired(job, now, policy)) {
      return refuse('validationExpired', job.status, String(policy.validationDays));
    }
    return ALLOWED;
  },
  approve: (job, _now, policy) => (awaitsApproval(job, policy) ? ALLOWED : refuse('approveNotAllowed', job.status)),
  cancel: (job, now) => {
    if (!nextJobStatus(job.status, 'cancel')) return refuse('cancelNotAllowed', job.status);
    if (MOVES_PEOPLE.has(job.status) && hasPassed(job.completeAfter, now)) {
      return refuse('cutoverDatePassed', job.status);
    }
    return ALLOWED;
  },
  update: (job, now) => {
    switch (DATE_MAY_MOVE[job.status]) {
      case 'always':
        return ALLOWED;
      case 'untilItPasses':
        return hasPassed(job.completeAfter, now) ? refuse('updateTooLate', job.status) : ALLOWED;
      case 'never':
        return refuse('updateNotAllowed', job.status);
    }
  },
  delete: (job) => {
    const deletable = isFinal(job.status) || hasValidationVerdict(job);
    if (!deletable || !nextJobStatus(job.status, 'delete')) return refuse('resourceTypeMismatch', job.id ?? '<ID>');
    return ALLOWED;
  },
};

/** Whether a job that was created to validate has reached what it was created for (OPEN-5). */
function hasValidationVerdict({ status, createdAs }: Pick<JobSituation, 'status' | 'createdAs'>): boolean {
  const isVerdict = status === JobStatus.ValidatePassed || status === JobStatus.ValidateFailed;
  return isVerdict && createdAs === JobType.Validate;
}

/** Whether a moment lies in the past; at the very moment itself it does, which is when the cutover may begin. */
export function hasPassed(moment: Date, now: Date): boolean {
  return now >= moment;
}

/**
 * Whether a job keeps its people from joining another one (CTM-002): from its creation until it is final, being
 * deleted, or, for a job that was created to validate, until it has its verdict (contract page 3.3 and 3.7).
 */
export function isActive(job: Pick<JobSituation, 'status' | 'createdAs'>): boolean {
  return !isFinal(job.status) && job.status !== JobStatus.PendingDelete && !hasValidationVerdict(job);
}

/** Decides whether an action may be done to a job now (contract page 1.3, 1.4 and 3.2; design, section 4). */
export function decideAction(action: JobAction, job: JobSituation, now: Date, policy: ActionPolicy): ActionDecision {
  return RULES[action](job, now, policy);
}

/**
 * Decides whether chosen people of a job may be migrated once more while the others stay as they are: after the job has
 * ended, if at least one of them has failed (contract page 1.3.6; design, section 4).
 *
 * @param failed how many of the chosen people have a workload that failed
 */
export function decideRetry(job: JobSituation, failed: number, now: Date, policy: ActionPolicy): ActionDecision {
  const isPossible = isFinal(job.status) && decideAction('migrate', job, now, policy).allowed;
  return isPossible && failed > 0 ? ALLOWED : refuse('retryNotAllowed', job.status, String(failed));
}

/** The actions that may be done to a job now, in the order of {@link JOB_ACTIONS}. */
export function allowedActions(job: JobSituation, now: Date, policy: ActionPolicy): readonly JobAction[] {
  return JOB_ACTIONS.filter((action) => decideAction(action, job, now, policy).allowed);
}

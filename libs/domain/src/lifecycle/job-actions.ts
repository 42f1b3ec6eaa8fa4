import type { JobStatus, JobType } from '@ferry/contracts';

/** What a caller may ask of a job; `update` moves the cutover date. */
export type JobAction = 'validate' | 'migrate' | 'cancel' | 'update' | 'delete';

/** Every action, in the order in which a job usually meets them. */
export const JOB_ACTIONS: readonly JobAction[] = ['validate', 'migrate', 'cancel', 'update', 'delete'];

/** What a decision about an action looks at. */
export interface JobSituation {
  /** Named in refusals that carry the id; `<ID>` stands there without it. */
  id?: string;
  status: JobStatus;
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
}

/** Whether an action may be done now; a refusal has a stable code and says the current status and the way out. */
export type ActionDecision = { allowed: true } | { allowed: false; code: string; message: string };

const MILLISECONDS_PER_DAY = 86_400_000;

/** The first moment at which a passed validation no longer counts (contract page 3.4). */
export function validationExpiresAt(validatedAt: Date, policy: ActionPolicy): Date {
  return new Date(validatedAt.getTime() + policy.validationDays * MILLISECONDS_PER_DAY);
}

/** Decides whether an action may be done to a job now (contract page 1.3, 1.4 and 3.2; design, section 4). */
export declare function decideAction(
  action: JobAction,
  job: JobSituation,
  now: Date,
  policy: ActionPolicy,
): ActionDecision;

/** The actions that may be done to a job now, in the order of {@link JOB_ACTIONS}. */
export function allowedActions(job: JobSituation, now: Date, policy: ActionPolicy): readonly JobAction[] {
  return JOB_ACTIONS.filter((action) => decideAction(action, job, now, policy).allowed);
}

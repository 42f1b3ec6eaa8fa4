import type { JobProgress, PersonProgress } from '@ferry/contracts';
import type { ActionPolicy, JobSituation, PersonSituation } from '@ferry/domain';

const MILLISECONDS_PER_DAY = 86_400_000;
const CONTRACT_VALIDATION_DAYS = 7;

/** What is told of a job wherever something may be done to it. */
type DecidedJob = Pick<
  JobProgress,
  'job' | 'createdAs' | 'validatedDateTime' | 'validationExpiresDateTime' | 'awaitsApproval'
>;

/** What the domain decides upon. */
export function jobSituation({ job, createdAs, validatedDateTime }: DecidedJob): JobSituation {
  return {
    id: job.id,
    status: job.status,
    jobType: job.jobType,
    createdAs,
    validatedAt: validatedDateTime,
    completeAfter: job.completeAfterDateTime,
  };
}

/** The settings of the service as the job shows them: its two dates of validation, and whether it awaits approval. */
export function actionPolicy(progress: DecidedJob): ActionPolicy {
  const { validatedDateTime, validationExpiresDateTime, awaitsApproval: requireApproval } = progress;
  if (validatedDateTime === null || validationExpiresDateTime === null) {
    return { validationDays: CONTRACT_VALIDATION_DAYS, requireApproval };
  }
  const span = validationExpiresDateTime.getTime() - validatedDateTime.getTime();
  return { validationDays: span / MILLISECONDS_PER_DAY, requireApproval };
}

/** Where a person stands, as the domain decides about it. */
export function personSituation({ services, removed }: PersonProgress): PersonSituation {
  return { workloads: services.map(({ status, heldDateTime }) => ({ status, held: heldDateTime !== null })), removed };
}

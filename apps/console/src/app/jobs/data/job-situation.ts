import type { JobProgress } from '@ferry/contracts';
import type { ActionPolicy, JobSituation } from '@ferry/domain';

const MILLISECONDS_PER_DAY = 86_400_000;
const CONTRACT_VALIDATION_DAYS = 7;

/** What the domain decides upon. */
export function jobSituation({ job, createdAs, validatedDateTime }: JobProgress): JobSituation {
  return {
    id: job.id,
    status: job.status,
    createdAs,
    validatedAt: validatedDateTime,
    completeAfter: job.completeAfterDateTime,
  };
}

/** How long the service lets a validation count, read from the job's own two dates. */
export function actionPolicy({ validatedDateTime, validationExpiresDateTime }: JobProgress): ActionPolicy {
  if (validatedDateTime === null || validationExpiresDateTime === null) {
    return { validationDays: CONTRACT_VALIDATION_DAYS };
  }
  const span = validationExpiresDateTime.getTime() - validatedDateTime.getTime();
  return { validationDays: span / MILLISECONDS_PER_DAY };
}

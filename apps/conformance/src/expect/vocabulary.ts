import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';

/** Members of the enumerations, in the order of their declaration (contract page 2.7). */
export const ENUMERATIONS = {
  crossTenantMigrationJobType: Object.values(JobType) as string[],
  crossTenantMigrationJobStatus: Object.values(JobStatus) as string[],
  crossTenantMigrationServiceStatus: Object.values(ServiceStatus) as string[],
} as const;

/** The words for what can be moved (contract page 2.7). */
export const WORKLOAD_WORDS = ['Exchange', 'ODSP', 'Teams', 'Meeting'] as const;

/** Final statuses of a job (contract page 1.3.5 and 1.3.8). */
export const ENDS = ['completed', 'completedWithErrors', 'failed', 'cancelled'] as const;

/** Verdicts of a validation (contract page 1.3.6). */
export const VERDICTS = ['validatePassed', 'validateFailed'] as const;

import type { ServiceStatus } from '@ferry/contracts';
import type { ActionDecision, JobSituation } from './job-actions';

/** Where a person of a job stands. */
export interface PersonSituation {
  /** One status for each workload of the job. */
  statuses: readonly ServiceStatus[];
  /** Whether the person has already been taken out of the job. */
  removed: boolean;
}

/**
 * Decides whether a person may be taken out of a job now: until that person's cutover begins, and only while
 * `completeAfterDateTime` has not passed (contract page 1.3.12 and 1.4; OPEN-18).
 */
export declare function decidePersonCancel(person: PersonSituation, job: JobSituation, now: Date): ActionDecision;

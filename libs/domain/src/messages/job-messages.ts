import type { JobStatus } from '@ferry/contracts';

/** Figures of a job that its message mentions; what is not known is left out of the sentence. */
export interface JobFigures {
  /** People in the job, removed ones left out. */
  people?: number;
  /** People who have a finding, or a workload that failed. */
  peopleWithErrors?: number;
  /** `completeAfterDateTime`. */
  completeAfter?: Date;
}

/** The `message` of a job in a status (contract page 2.1; where no text was ever published, OPEN-22, it is ours). */
export declare function jobMessage(status: JobStatus, figures?: JobFigures): string;

import { VerificationVerdict } from '@ferry/contracts';

/** What the comparisons of source and target found over a job, without workloads that were cancelled. */
export interface ComparedWorkloads {
  /** Workloads of people. */
  workloads: number;
  /** Those that were compared. */
  compared: number;
  /** Items that the target lacked, or whose size differed. */
  differences: number;
}

/**
 * The comparisons of a job in one word. A workload that failed was not compared, so a job with failures is verified in
 * part at most.
 */
export function verificationVerdict({ workloads, compared, differences }: ComparedWorkloads): VerificationVerdict {
  if (differences > 0) return VerificationVerdict.Differs;
  if (compared === 0) return VerificationVerdict.None;
  return compared < workloads ? VerificationVerdict.Partial : VerificationVerdict.Verified;
}

import type { Workload } from '@ferry/contracts';
import type { CodeRaisedBy } from '../errors/error-catalogue';
import type { CheckFacts } from './check-facts';

/** A code that a check may report. */
export type CheckCode = CodeRaisedBy<'check'>;

/** Whether a check looks at how the tenants are set up, or at one person. */
export type CheckLevel = 'tenant' | 'person';

/** What a check found. */
export interface CheckFinding {
  /** Code of the error catalogue. */
  code: CheckCode;
  /** The published sentence of that code, filled in. */
  message: string;
  /** What was seen, and where: one sentence. */
  evidence: string;
}

/** A named prerequisite of migration. */
export interface Check {
  /** Stable name for logs and screens. */
  name: string;
  level: CheckLevel;
  /** The workloads that cannot move without it. */
  workloads: readonly Workload[];
  /** Every code that it may report. */
  codes: readonly CheckCode[];
  /** Looks at the facts for one of its workloads; null when the prerequisite is met, or cannot be judged. */
  evaluate(facts: CheckFacts, workload: Workload): CheckFinding | null;
}

import type { Check } from '../checks/check';

/** What came of one check in one version. */
export interface Outcome {
  readonly check: Check;
  /** The version that was asked, '' for none; null where the check asks once, whatever the version. */
  readonly version: string | null;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped; null when it passed. */
  readonly reason: string | null;
  /** The last requests of a failed check and what they were answered. */
  readonly exchanges: readonly string[];
}

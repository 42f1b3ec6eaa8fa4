import type { Workload } from '@ferry/contracts';
import type { Check, CheckFinding } from './check';
import type { CheckFacts } from './check-facts';

/** Every check that is run, tenants first, then the person (contract page 4.1). */
export declare const CHECKS: readonly Check[];

/** Runs every check that bears on a workload; an empty answer means that all prerequisites are met. */
export function runChecks(facts: CheckFacts, workload: Workload): CheckFinding[] {
  return CHECKS.filter((check) => check.workloads.includes(workload))
    .map((check) => check.evaluate(facts, workload))
    .filter((finding) => finding !== null);
}

import type { Workload } from '@ferry/contracts';
import type { Check, CheckFinding } from './check';
import type { CheckFacts } from './check-facts';
import { LICENCE_CHECKS } from './licence-checks';
import { PERSON_CHECKS } from './person-checks';
import { SETTING_CHECKS } from './setting-checks';
import { TENANT_CHECKS } from './tenant-checks';

/** Every check that is run, tenants first, then the person (contract page 4.1). */
export const CHECKS: readonly Check[] = [...TENANT_CHECKS, ...SETTING_CHECKS, ...PERSON_CHECKS, ...LICENCE_CHECKS];

/** A check that was made, and what it found. */
export interface MadeCheck {
  readonly check: Check;
  /** Null when the prerequisite is met, or cannot be judged. */
  readonly finding: CheckFinding | null;
}

/** Makes every check that bears on a workload, in the order of {@link CHECKS}. Never throws. */
export function makeChecks(facts: CheckFacts, workload: Workload): MadeCheck[] {
  return CHECKS.filter((check) => check.workloads.includes(workload)).map((check) => ({
    check,
    finding: check.evaluate(facts, workload),
  }));
}

/**
 * Runs every check that bears on a workload, in the order of {@link CHECKS}; an empty answer means that all
 * prerequisites are met. Never throws.
 */
export function runChecks(facts: CheckFacts, workload: Workload): CheckFinding[] {
  return makeChecks(facts, workload).flatMap(({ finding }) => finding ?? []);
}

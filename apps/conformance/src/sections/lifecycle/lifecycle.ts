import type { Check } from '../../checks/check';
import { CANCELLATION_CHECKS } from './cancellation';
import { MIGRATION_CHECKS } from './migration';
import { TROUBLE_CHECKS } from './trouble';
import { VALIDATION_CHECKS } from './validation';

/** What a job may do next, and what becomes of it (contract page 3). The clock is moved last. */
export const LIFECYCLE: readonly Check[] = [
  ...VALIDATION_CHECKS,
  ...MIGRATION_CHECKS,
  ...CANCELLATION_CHECKS,
  ...TROUBLE_CHECKS,
];

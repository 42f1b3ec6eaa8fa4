import { ADDRESSING } from '../sections/addressing/addressing';
import { ANSWERS } from '../sections/answers/answers';
import { BATCH } from '../sections/batch/batch';
import { CALLER_CHECKS } from '../sections/callers/callers';
import { CLIENTS } from '../sections/clients/clients';
import { LIFECYCLE } from '../sections/lifecycle/lifecycle';
import { METADATA } from '../sections/metadata/metadata';
import { OPERATIONS } from '../sections/operations/operations';
import { QUERIES } from '../sections/queries/queries';
import { REFUSALS } from '../sections/refusals/refusals';
import { THROTTLING } from '../sections/throttling/throttling';
import type { Check } from './check';

/** Every check, section by section. */
export const EVERY_CHECK: readonly Check[] = [
  ...OPERATIONS,
  ...ADDRESSING,
  ...QUERIES,
  ...ANSWERS,
  ...REFUSALS,
  ...CALLER_CHECKS,
  ...THROTTLING,
  ...BATCH,
  ...METADATA,
  ...LIFECYCLE,
  ...CLIENTS,
];

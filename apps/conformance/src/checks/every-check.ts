import { ADDRESSING } from '../sections/addressing/addressing';
import { ANSWERS } from '../sections/answers/answers';
import { OPERATIONS } from '../sections/operations/operations';
import { QUERIES } from '../sections/queries/queries';
import type { Check } from './check';

/** Every check, section by section. */
export const EVERY_CHECK: readonly Check[] = [...OPERATIONS, ...ADDRESSING, ...QUERIES, ...ANSWERS];

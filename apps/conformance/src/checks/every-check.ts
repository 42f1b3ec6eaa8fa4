import { OPERATIONS } from '../sections/operations/operations';
import type { Check } from './check';

/** Every check, section by section. */
export const EVERY_CHECK: readonly Check[] = [...OPERATIONS];

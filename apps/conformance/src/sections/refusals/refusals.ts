import type { Check } from '../../checks/check';
import { BODY_SHAPE_REFUSALS } from './body-shape';
import { BODY_VALUE_REFUSALS } from './body-values';
import { READING_REFUSALS } from './reading';
import { STATE_REFUSALS } from './states';

/** What is refused, by which status and in which words (contract page 1.4 and 5.2). */
export const REFUSALS: readonly Check[] = [
  ...READING_REFUSALS,
  ...BODY_SHAPE_REFUSALS,
  ...BODY_VALUE_REFUSALS,
  ...STATE_REFUSALS,
];

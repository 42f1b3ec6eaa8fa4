import type { Check } from '../../checks/check';
import { ANSWERED_BATCHES } from './answered';
import { REFUSED_BATCHES } from './refused-batches';

/** Several requests in one (contract page 5.8). */
export const BATCH: readonly Check[] = [...ANSWERED_BATCHES, ...REFUSED_BATCHES];

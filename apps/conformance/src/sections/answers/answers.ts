import type { Check } from '../../checks/check';
import { COMPRESSION_CHECKS } from './compression';
import { CONTEXT_CHECKS } from './contexts';
import { CROSS_ORIGIN_CHECKS } from './cross-origin';
import { HEADER_CHECKS } from './headers';
import { METADATA_LEVELS } from './metadata-levels';
import { PREFERENCE_CHECKS } from './preferences';
import { TRANSPORT_CHECKS } from './transport';

/** What answers look like (contract page 5.1 to 5.7). */
export const ANSWERS: readonly Check[] = [
  ...CONTEXT_CHECKS,
  ...METADATA_LEVELS,
  ...PREFERENCE_CHECKS,
  ...HEADER_CHECKS,
  ...CROSS_ORIGIN_CHECKS,
  ...COMPRESSION_CHECKS,
  ...TRANSPORT_CHECKS,
];

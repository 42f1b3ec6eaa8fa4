import type { Check } from '../../checks/check';
import { KEY_CHECKS } from './keys';
import { NAME_CHECKS } from './names';

/** Every way to name a job and a person (contract page 1.1 and 5.7). */
export const ADDRESSING: readonly Check[] = [...KEY_CHECKS, ...NAME_CHECKS];

import type { Check } from '../../checks/check';
import { AUTHENTICATION_CHECKS } from './authentication';
import { PERMISSION_CHECKS } from './permissions';
import { TOKEN_ENDPOINT_CHECKS } from './token-endpoint';

/** Who may call, and what they may see (contract page 1.2 and 5.2). */
export const CALLER_CHECKS: readonly Check[] = [
  ...AUTHENTICATION_CHECKS,
  ...PERMISSION_CHECKS,
  ...TOKEN_ENDPOINT_CHECKS,
];

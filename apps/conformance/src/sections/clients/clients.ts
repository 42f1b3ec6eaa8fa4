import type { Check } from '../../checks/check';
import { CONTRACTS_CHECKS } from './contracts-checks';
import { GRAPH_CLIENT_CHECKS } from './graph-client-checks';
import { KIOTA_ADAPTER_CHECKS } from './kiota-adapter-checks';
import { KIOTA_CHECKS } from './kiota-checks';

/** Official clients, as they are installed (contract page 7). */
export const CLIENTS: readonly Check[] = [
  ...GRAPH_CLIENT_CHECKS,
  ...KIOTA_CHECKS,
  ...KIOTA_ADAPTER_CHECKS,
  ...CONTRACTS_CHECKS,
];

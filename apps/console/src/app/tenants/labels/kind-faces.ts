import { TenantKind } from '@ferry/contracts';
import type { Face } from '../../jobs/labels/face';

/** What a tenant is made of, as a pill. */
export const KIND_FACES: Readonly<Record<TenantKind, Face>> = {
  [TenantKind.Sandbox]: { label: 'Sandbox', tone: 'warn', icon: 'circle-dashed' },
  [TenantKind.Open]: { label: 'Open', tone: 'ok', icon: 'plug-connected' },
};

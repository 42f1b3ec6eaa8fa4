import type { Fixer } from '@ferry/domain';

/** Who can mend a problem, as it follows "Who:". */
export const FIXER_LABELS: Readonly<Record<Fixer, string>> = {
  migrationAdmin: 'you, as migration administrator',
  targetTenantAdmin: 'an administrator of the target tenant',
  sourceTenantAdmin: 'an administrator of the source tenant',
  licenceAdmin: 'a licence administrator',
  operator: 'whoever operates this service',
  user: 'the person concerned',
};

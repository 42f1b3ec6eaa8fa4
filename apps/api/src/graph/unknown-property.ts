import {
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  MigrationsRoot,
  UpdateCrossTenantMigrationJob,
  UpdateCrossTenantMigrationTask,
  UpdateMigrationsRoot,
} from '@ferry/contracts';
import type { BodyFault } from './body-fault';
import { abbreviated } from './body-place';
import { edmMembersOf } from './edm-members';
import type { ContractClass } from './type-name';

const ADVICE = 'Make sure to only use property names that are defined by the type or mark the type as open type.';

/** What a change is one of: members that the type has and a change may not name are no unknown ones. */
const CHANGED_BY: ReadonlyMap<unknown, ContractClass> = new Map<unknown, ContractClass>([
  [UpdateCrossTenantMigrationJob, CrossTenantMigrationJob],
  [UpdateCrossTenantMigrationTask, CrossTenantMigrationTask],
  [UpdateMigrationsRoot, MigrationsRoot],
]);

/** The refusal of a member that the type does not have, in the published words (contract page 5.2). */
export function unknownProperty(property: string, type: string, target: string): BodyFault {
  const message = `The property '${abbreviated(property)}' does not exist on type '${type}'. ${ADVICE}`;
  return { of: 'shape', code: 'unknownProperty', message, target };
}

/** The refusal of a member that a change names and only the service sets; undefined for any other. */
export function readOnlyProperty(property: string, type: object, target: string): BodyFault | undefined {
  const changed = CHANGED_BY.get(type);
  if (changed === undefined || !edmMembersOf(changed).some(({ name }) => name === property)) return undefined;
  const changeable = edmMembersOf(type as ContractClass).map(({ name }) => name);
  const only = changeable.length > 0 ? `Only ${changeable.join(', ')} can be.` : 'No property of this type can be.';
  return {
    of: 'shape',
    code: 'readOnlyProperty',
    message: `The property '${property}' cannot be changed. ${only}`,
    target,
  };
}

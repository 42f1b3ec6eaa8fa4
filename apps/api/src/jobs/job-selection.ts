import type { CrossTenantMigrationJob, CrossTenantMigrationTask, MigrationsRoot } from '@ferry/contracts';
import { type ExpandItem, ODataQueryError, printPropertyPath, type SelectItem } from '@ferry/odata';

/** Members of a job that can be selected (contract page 2.1). */
export const JOB_MEMBERS = [
  'id',
  'displayName',
  'jobType',
  'sourceTenantId',
  'targetTenantId',
  'completeAfterDateTime',
  'status',
  'message',
  'createdDateTime',
  'createdBy',
  'lastUpdatedDateTime',
  'exchangeSettings',
  'workloads',
  'resourceType',
  'resources',
] as const satisfies readonly (keyof CrossTenantMigrationJob)[];

/** Members of a person of a job that can be selected (contract page 2.2). */
export const TASK_MEMBERS = [
  'id',
  'taskType',
  'lastUpdatedDateTime',
  'currentStatus',
] as const satisfies readonly (keyof CrossTenantMigrationTask)[];

/** Members of the root that can be selected (contract page 2.6). */
export const ROOT_MEMBERS = ['id'] as const satisfies readonly (keyof MigrationsRoot)[];

/** The members that `$select` names, in its order, each once; null for all of them. Throws `ODataQueryError`. */
export function selectedMembers<M extends string>(
  select: readonly SelectItem[] | undefined,
  members: readonly M[],
): M[] | null {
  if (!select || select.some((item) => item.kind === 'all')) return null;
  const named = select.map((item) => (item.kind === 'property' ? memberAt(item, members) : null));
  return [...new Set(named.filter((member) => member !== null))];
}

/** Whether `$expand` asks for a relationship, which is the only one there is. Throws `ODataQueryError` for any other. */
export function expandedTo(expand: readonly ExpandItem[] | undefined, relationship: string): boolean {
  for (const { name, position } of expand ?? []) {
    if (name.toLowerCase() === relationship.toLowerCase()) continue;
    refuse('$expand', position, `'${name}' cannot be expanded here; ${relationship} can be`);
  }
  return expand !== undefined;
}

/** An object with the selected members only. */
export function selectFrom<T extends object>(value: T, members: readonly (keyof T)[] | null): Partial<T> {
  if (!members) return value;
  return Object.fromEntries(members.map((member) => [member, value[member]])) as Partial<T>;
}

function memberAt<M extends string>(item: Extract<SelectItem, { kind: 'property' }>, members: readonly M[]): M {
  const name = printPropertyPath(item);
  const member = members.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return member ?? refuse('$select', item.position, `'${name}' is not a member that can be selected here`);
}

function refuse(option: string, position: number, problem: string): never {
  const message = `Invalid ${option} at position ${position}: ${problem}.`;
  throw new ODataQueryError('unsupportedPath', option, position, message);
}

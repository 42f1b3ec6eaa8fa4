import type { CrossTenantMigrationJob } from '@ferry/contracts';
import { ODataQueryError, printPropertyPath, type SelectItem } from '@ferry/odata';

const MEMBERS = [
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

/** A member of a job that can be selected. */
export type JobMember = (typeof MEMBERS)[number];

/** The members that `$select` names, in its order, each once; null for all of them. Throws `ODataQueryError`. */
export function selectedMembers(select: readonly SelectItem[] | undefined): JobMember[] | null {
  if (!select || select.some((item) => item.kind === 'all')) return null;
  const members = select.map((item) => (item.kind === 'property' ? memberAt(item) : null));
  return [...new Set(members.filter((member) => member !== null))];
}

function memberAt(item: Extract<SelectItem, { kind: 'property' }>): JobMember {
  const name = printPropertyPath(item);
  const member = MEMBERS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (member) return member;
  const problem = `'${name}' is not a member of a job`;
  throw new ODataQueryError(
    'unsupportedPath',
    '$select',
    item.position,
    `Invalid $select at position ${item.position}: ${problem}.`,
  );
}

/** A job with the selected members only. */
export function selectFrom(
  job: CrossTenantMigrationJob,
  members: readonly JobMember[] | null,
): Partial<CrossTenantMigrationJob> {
  if (!members) return job;
  return Object.fromEntries(members.map((member) => [member, job[member]]));
}

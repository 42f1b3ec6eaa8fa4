import { JobStatus, JobType, ResourceType } from '@ferry/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { jobs } from '../database/schema';

/** How values of a member are compared. */
export type FieldType = 'string' | 'guid' | 'dateTimeOffset' | 'enum';

/** A scalar member of a job that may be filtered or sorted by. */
export interface JobField {
  readonly type: FieldType;
  readonly column: SQL;
  /** Words of an enumeration; a filter by another word is refused. */
  readonly words?: readonly string[];
  /** Whether a job may be without a value; such members cannot be sorted by. */
  readonly nullable?: boolean;
}

/** The allow-list: what is not named here cannot reach a statement. Keys are lower-cased paths. */
export const JOB_FIELDS: ReadonlyMap<string, JobField> = new Map<string, JobField>([
  ['id', { type: 'guid', column: sql`${jobs.id}` }],
  ['displayname', { type: 'string', column: sql`${jobs.displayName}` }],
  ['jobtype', { type: 'enum', column: sql`${jobs.jobType}`, words: Object.values(JobType) }],
  ['sourcetenantid', { type: 'guid', column: sql`${jobs.sourceTenantId}` }],
  ['targettenantid', { type: 'guid', column: sql`${jobs.tenantId}` }],
  ['completeafterdatetime', { type: 'dateTimeOffset', column: sql`${jobs.completeAfter}` }],
  ['status', { type: 'enum', column: sql`${jobs.status}`, words: Object.values(JobStatus) }],
  ['message', { type: 'string', column: sql`${jobs.message}` }],
  ['createddatetime', { type: 'dateTimeOffset', column: sql`${jobs.createdAt}` }],
  ['createdby', { type: 'string', column: sql`${jobs.createdBy}` }],
  ['lastupdateddatetime', { type: 'dateTimeOffset', column: sql`${jobs.updatedAt}` }],
  ['resourcetype', { type: 'enum', column: sql`${ResourceType.Users}::text`, words: Object.values(ResourceType) }],
  ['exchangesettings/sourceendpoint', { type: 'string', column: sql`${jobs.sourceEndpoint}`, nullable: true }],
  [
    'exchangesettings/targetdeliverydomain',
    { type: 'string', column: sql`${jobs.targetDeliveryDomain}`, nullable: true },
  ],
]);

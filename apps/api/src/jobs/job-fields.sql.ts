import { JobStatus, JobType, ResourceType } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { jobs } from '../database/schema';
import { DECLARED_JOB_TYPES, DECLARED_STATUSES, orEmpty, placeOf } from '../database/schema/list-order.sql';
import type { ListField, ListFields } from './list-field.sql';

/** The scalar members of a job (contract page 2.1 and 2.4). */
export const JOB_FIELDS: ListFields = new Map<string, ListField>([
  ['id', { type: 'guid', column: sql`${jobs.id}`, unique: true }],
  ['displayname', { type: 'string', column: sql`${jobs.displayName}`, unique: true }],
  [
    'jobtype',
    {
      type: 'enum',
      column: sql`${jobs.jobType}`,
      words: Object.values(JobType),
      typeName: 'microsoft.graph.crossTenantMigrationJobType',
      sortedBy: { type: 'number', sql: placeOf(jobs.jobType, DECLARED_JOB_TYPES) },
    },
  ],
  ['sourcetenantid', { type: 'guid', column: sql`${jobs.sourceTenantId}` }],
  ['targettenantid', { type: 'guid', column: sql`${jobs.tenantId}`, constant: true }],
  ['completeafterdatetime', { type: 'dateTimeOffset', column: sql`${jobs.completeAfter}` }],
  [
    'status',
    {
      type: 'enum',
      column: sql`${jobs.status}`,
      words: Object.values(JobStatus),
      typeName: 'microsoft.graph.crossTenantMigrationJobStatus',
      sortedBy: { type: 'number', sql: placeOf(jobs.status, DECLARED_STATUSES) },
    },
  ],
  ['message', { type: 'string', column: sql`${jobs.message}` }],
  ['createddatetime', { type: 'dateTimeOffset', column: sql`${jobs.createdAt}` }],
  ['createdby', { type: 'string', column: sql`${jobs.createdBy}` }],
  ['lastupdateddatetime', { type: 'dateTimeOffset', column: sql`${jobs.updatedAt}` }],
  [
    'resourcetype',
    {
      type: 'enum',
      column: sql`${sql.raw(`'${ResourceType.Users}'::text`)}`,
      words: Object.values(ResourceType),
      constant: true,
    },
  ],
  [
    'exchangesettings/sourceendpoint',
    {
      type: 'string',
      column: sql`${jobs.sourceEndpoint}`,
      nullable: true,
      sortedBy: { type: 'string', sql: orEmpty(jobs.sourceEndpoint) },
    },
  ],
  [
    'exchangesettings/targetdeliverydomain',
    {
      type: 'string',
      column: sql`${jobs.targetDeliveryDomain}`,
      nullable: true,
      sortedBy: { type: 'string', sql: orEmpty(jobs.targetDeliveryDomain) },
    },
  ],
]);

/** The order of jobs without `$orderby` (contract page 1.3.1). */
export const NEWEST_FIRST = {
  name: 'createddatetime',
  field: { type: 'dateTimeOffset', column: sql`${jobs.createdAt}` },
  descending: true,
} as const;

/** What decides between jobs that are equal otherwise. */
export const JOB_ID = { name: 'id', field: { type: 'guid', column: sql`${jobs.id}`, unique: true } } as const;

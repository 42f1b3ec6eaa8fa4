import { ResourceType } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { jobPeople } from '../database/schema';
import type { ListField, ListFields } from './list-field.sql';

/** When the person was last changed: the latest of their workloads. */
const LAST_UPDATED = sql`(select max(run.updated_at) from workload_runs run
  where run.job_id = ${jobPeople.jobId} and run.person_id = ${jobPeople.personId})`;

/** The scalar members of a person of a job (contract page 2.2). */
export const TASK_FIELDS: ListFields = new Map<string, ListField>([
  ['id', { type: 'guid', column: sql`${jobPeople.personId}`, unique: true }],
  [
    'tasktype',
    {
      type: 'enum',
      column: sql`${sql.raw(`'${ResourceType.Users}'::text`)}`,
      words: Object.values(ResourceType),
      constant: true,
    },
  ],
  ['lastupdateddatetime', { type: 'dateTimeOffset', column: LAST_UPDATED }],
]);

/** The order of people without `$orderby`: that of the resources of their job. */
export const RESOURCE_ORDER = {
  name: 'position',
  field: { type: 'number', column: sql`${jobPeople.position}`, unique: true },
  descending: false,
} as const;

/** What decides between people who are equal otherwise. */
export const TASK_ID = {
  name: 'id',
  field: { type: 'guid', column: sql`${jobPeople.personId}`, unique: true },
} as const;

import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { DECLARED_JOB_TYPES, DECLARED_STATUSES, orEmpty, placeOf } from './list-order.sql';

/**
 * A text that compares by its code points, on every server alike: pages that go on behind a place must not depend on a
 * locale, and only such an index finds texts by how they begin.
 */
const exactText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** One migration job. `status`, `message` and the dates are what the contract shows; the rest is what the engine needs. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    displayName: exactText('display_name').notNull(),
    jobType: text('job_type').notNull(),
    createdAs: text('created_as'),
    sourceTenantId: uuid('source_tenant_id').notNull(),
    completeAfter: timestamp('complete_after', { withTimezone: true }).notNull(),
    status: text().notNull(),
    message: exactText().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    createdBy: exactText('created_by').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    sourceEndpoint: exactText('source_endpoint'),
    targetDeliveryDomain: exactText('target_delivery_domain'),
    workloads: text().array().notNull(),
    resources: uuid().array().notNull(),
    /** What `$search` looks through: name and creator in small letters. */
    searchText: text('search_text').notNull().default(''),
    attempt: integer().notNull().default(0),
    /** How many items a workload may skip before somebody has to accept it; null takes the setting. */
    skippedItemsAllowed: integer('skipped_items_allowed'),
    validatedAt: timestamp('validated_at', { withTimezone: true }),
    migrationStartedAt: timestamp('migration_started_at', { withTimezone: true }),
    cutoverStartedAt: timestamp('cutover_started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    unique('jobs_tenant_display_name').on(table.tenantId, table.displayName),
    index('jobs_tenant_created').on(table.tenantId, table.createdAt, table.id),
    index('jobs_tenant_status_created').on(table.tenantId, table.status, table.createdAt, table.id),
    // One for each member that a list can be sorted by, with the id as tie-break; names are unique and need none.
    index('jobs_tenant_id').on(table.tenantId, table.id),
    index('jobs_tenant_status_place').on(table.tenantId, placeOf(table.status, DECLARED_STATUSES), table.id),
    index('jobs_tenant_job_type_place').on(table.tenantId, placeOf(table.jobType, DECLARED_JOB_TYPES), table.id),
    index('jobs_tenant_source_tenant').on(table.tenantId, table.sourceTenantId, table.id),
    index('jobs_tenant_message').on(table.tenantId, table.message, table.id),
    index('jobs_tenant_created_by').on(table.tenantId, table.createdBy, table.id),
    index('jobs_tenant_source_endpoint').on(table.tenantId, orEmpty(table.sourceEndpoint), table.id),
    index('jobs_tenant_delivery_domain').on(table.tenantId, orEmpty(table.targetDeliveryDomain), table.id),
    index('jobs_tenant_complete_after').on(table.tenantId, table.completeAfter, table.id),
    index('jobs_tenant_updated').on(table.tenantId, table.updatedAt, table.id),
    // The reconciler looks only at jobs that somebody has to move on; finished ones pile up and must cost nothing.
    index('jobs_unsettled')
      .on(table.completeAfter)
      .where(
        sql`${table.status} in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'adminActionRequired', 'cuttingOver', 'pendingCancel', 'pendingDelete')`,
      ),
  ],
);

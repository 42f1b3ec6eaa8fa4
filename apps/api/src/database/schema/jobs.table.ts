import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** One migration job. `status`, `message` and the dates are what the contract shows; the rest is what the engine needs. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    displayName: text('display_name').notNull(),
    jobType: text('job_type').notNull(),
    createdAs: text('created_as'),
    sourceTenantId: uuid('source_tenant_id').notNull(),
    completeAfter: timestamp('complete_after', { withTimezone: true }).notNull(),
    status: text().notNull(),
    message: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    sourceEndpoint: text('source_endpoint'),
    targetDeliveryDomain: text('target_delivery_domain'),
    workloads: text().array().notNull(),
    resources: uuid().array().notNull(),
    attempt: integer().notNull().default(0),
    validatedAt: timestamp('validated_at', { withTimezone: true }),
    migrationStartedAt: timestamp('migration_started_at', { withTimezone: true }),
    cutoverStartedAt: timestamp('cutover_started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    unique('jobs_tenant_display_name').on(table.tenantId, table.displayName),
    index('jobs_tenant_created').on(table.tenantId, table.createdAt, table.id),
    index('jobs_tenant_status_created').on(table.tenantId, table.status, table.createdAt, table.id),
    index('jobs_tenant_complete_after').on(table.tenantId, table.completeAfter, table.id),
    index('jobs_tenant_updated').on(table.tenantId, table.updatedAt, table.id),
    // The reconciler looks only at jobs that somebody has to move on; finished ones pile up and must cost nothing.
    index('jobs_unsettled')
      .on(table.completeAfter)
      .where(
        sql`${table.status} in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'cuttingOver', 'pendingCancel', 'pendingDelete')`,
      ),
  ],
);

import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { tenants } from './tenants.table';

/** What a check found for a person and a workload. */
export interface StoredFinding {
  readonly personId: string;
  readonly service: string;
  readonly check: string;
  readonly code: string;
  readonly message: string;
  readonly evidence: string;
}

/** One run of all checks before any job exists; kept, so that the next one can be compared with it. */
export const preflights = pgTable(
  'preflights',
  {
    id: uuid().primaryKey(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    sourceTenantId: uuid('source_tenant_id').notNull(),
    sourceEndpoint: text('source_endpoint'),
    workloads: text().array().notNull(),
    personIds: uuid('person_ids').array().notNull(),
    findings: jsonb().$type<readonly StoredFinding[]>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('preflights_tenant_source').on(table.tenantId, table.sourceTenantId, table.createdAt)],
);

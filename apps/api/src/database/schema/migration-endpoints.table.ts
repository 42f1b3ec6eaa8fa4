import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tenants } from './tenants.table';

/** A migration endpoint: a way into a source tenant, registered at the target tenant under a name. */
export const migrationEndpoints = pgTable(
  'migration_endpoints',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    sourceTenantId: uuid('source_tenant_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] })],
);

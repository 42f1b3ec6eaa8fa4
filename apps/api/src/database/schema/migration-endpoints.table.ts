import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { StoredConnections } from '../../connections/stored-connection';
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
    services: jsonb().$type<StoredConnections>().notNull().default({}),
    /** Runs at a time; null takes the setting. */
    connections: integer(),
    /** Items a second, 0 for any number; null takes the setting. */
    itemsPerSecond: integer('items_per_second'),
    /** Bytes a second, 0 for any number; null takes the setting. */
    bytesPerSecond: bigint('bytes_per_second', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] })],
);

import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { StoredConnections } from '../../connections/stored-connection';
import { tenants } from './tenants.table';

/**
 * A tenant that content can come from, as the tenant that registered it knows it (ADR 0030). Several tenants may know the
 * same one, each in its own words and by its own connections.
 */
export const sourceTenants = pgTable(
  'source_tenants',
  {
    /** Who registered it, and alone sees it. */
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    displayName: text('display_name').notNull(),
    defaultDomain: text('default_domain').notNull(),
    kind: text().notNull(),
    settings: jsonb().$type<Record<string, boolean>>().notNull(),
    services: jsonb().$type<StoredConnections>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { tenants } from './tenants.table';

/** A person of a target tenant. `facts` holds what the person-level checks look at, the identity mapping among it. */
export const people = pgTable(
  'people',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    displayName: text('display_name').notNull(),
    mail: text().notNull(),
    /** What the person signs in with at the source; null for the address there. */
    sourceLogin: text('source_login'),
    /** What the person signs in with here; null for the address. */
    targetLogin: text('target_login'),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('people_tenant_name').on(table.tenantId, table.displayName, table.id),
  ],
);

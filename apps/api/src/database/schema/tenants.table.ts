import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** A tenant that Ferry knows. `settings` holds the facts that the tenant-level checks look at. */
export const tenants = pgTable('tenants', {
  id: uuid().primaryKey(),
  displayName: text('display_name').notNull(),
  defaultDomain: text('default_domain').notNull(),
  kind: text().notNull(),
  settings: jsonb().$type<Record<string, boolean>>().notNull(),
});

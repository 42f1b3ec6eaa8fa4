import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { StoredConnections } from '../../connections/stored-connection';

/** A tenant whose people, endpoints and jobs live here. `settings` holds the facts that the tenant-level checks look at. */
export const tenants = pgTable('tenants', {
  id: uuid().primaryKey(),
  displayName: text('display_name').notNull(),
  defaultDomain: text('default_domain').notNull(),
  kind: text().notNull(),
  settings: jsonb().$type<Record<string, boolean>>().notNull(),
  services: jsonb().$type<StoredConnections>().notNull().default({}),
});

import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/** A folder, calendar or chat that a person of a sandbox tenant has; an empty one exists by its row here alone. */
export const sandboxContainers = pgTable(
  'sandbox_containers',
  {
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id').notNull(),
    service: text().notNull(),
    path: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId, table.service, table.path] })],
);

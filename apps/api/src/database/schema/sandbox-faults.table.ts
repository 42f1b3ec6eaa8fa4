import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A trouble of the sandbox that has happened: what is to happen once must not happen again after a restart. */
export const sandboxFaults = pgTable(
  'sandbox_faults',
  {
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id').notNull(),
    name: text().notNull(),
    occurrence: integer().notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId, table.name, table.occurrence] })],
);

import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The connections that an endpoint allows, one row for each. A slice takes a free one and gives it back. */
export const endpointSlots = pgTable(
  'endpoint_slots',
  {
    tenantId: uuid('tenant_id').notNull(),
    endpoint: text().notNull(),
    /** From 1 to the limit. */
    number: integer().notNull(),
    /** The run that is connected; null when the slot is free. Its next slice may take the slot over. */
    runId: bigint('run_id', { mode: 'number' }),
    /** The owner of the slice that took it, who alone gives it back. */
    owner: uuid(),
    /** Until when the slice that has ended may still be connected through it; null while a slice is under way. */
    keptUntil: timestamp('kept_until', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.endpoint, table.number] })],
);

import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * What all workers have to know about an endpoint: when it has room for the next items, and until when it rests. A row is
 * written when there is something to know. `endpoint` is the name that a job gives, or the source tenant of the job.
 */
export const endpointStates = pgTable(
  'endpoint_states',
  {
    tenantId: uuid('tenant_id').notNull(),
    endpoint: text().notNull(),
    /** From when on the next batch may be copied, where items or bytes a second are limited. */
    nextItemAt: timestamp('next_item_at', { withTimezone: true }),
    /** When that room was taken: later than now after a clock went back, and then it says nothing any more. */
    roomTakenAt: timestamp('room_taken_at', { withTimezone: true }),
    /** No slice begins before. */
    restsUntil: timestamp('rests_until', { withTimezone: true }),
    /** Why it rests, in a sentence. */
    reason: text().notNull().default(''),
    /** Lost connections with no success in between. */
    lostConnections: integer('lost_connections').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.endpoint] })],
);

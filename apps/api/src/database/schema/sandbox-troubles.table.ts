import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** What somebody wants to go wrong in the sandbox: for a person and a workload, or for everybody of a target tenant. */
export const sandboxTroubles = pgTable(
  'sandbox_troubles',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id'),
    service: text(),
    kind: text().notNull(),
    prerequisite: text(),
    side: text(),
    code: text(),
    parameters: jsonb().$type<string[]>().notNull(),
    retryAfterSeconds: integer('retry_after_seconds'),
    /** How often it happens; null for every time. */
    times: integer(),
    happened: integer().notNull().default(0),
  },
  (table) => [index('sandbox_troubles_person').on(table.tenantId, table.personId, table.service)],
);

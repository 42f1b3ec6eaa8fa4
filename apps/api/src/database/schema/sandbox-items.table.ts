import { customType, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** One item that a person of a sandbox tenant has: everything that was copied there, with its content. */
export const sandboxItems = pgTable(
  'sandbox_items',
  {
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id').notNull(),
    service: text().notNull(),
    container: text().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    dateTime: timestamp('date_time', { withTimezone: true }).notNull(),
    properties: jsonb().$type<Record<string, string | number | boolean | readonly string[]>>().notNull(),
    /** SHA-256 of the content, in hexadecimal. */
    digest: text().notNull(),
    content: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId, table.service, table.container, table.key] })],
);

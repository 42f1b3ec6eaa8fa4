import { customType, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { tenants } from './tenants.table';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A secret, encrypted. Its key binds it: moved to another row it cannot be opened (ADR 0031). */
export const secrets = pgTable(
  'secrets',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    /** What it belongs to: a tenant, an endpoint or a person. */
    holderKind: text('holder_kind').notNull(),
    /** Id or name of that. */
    holderId: text('holder_id').notNull(),
    /** Which of its secrets: a workload, or a side of the migration. */
    part: text().notNull(),
    /** Which key it was encrypted with. */
    keyId: text('key_id').notNull(),
    /** Nonce, tag and ciphertext. */
    sealed: bytea().notNull(),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.holderKind, table.holderId, table.part] })],
);

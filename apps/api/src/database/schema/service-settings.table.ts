import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Facts about the service itself that all its processes share, such as how far the sandbox clock was moved. */
export const serviceSettings = pgTable('service_settings', {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});

import { defineConfig } from 'drizzle-kit';

/** Paths count from the root of the workspace, where the tool is started. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './apps/api/src/database/schema/index.ts',
  out: './apps/api/migrations',
});

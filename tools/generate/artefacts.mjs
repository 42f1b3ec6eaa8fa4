import { conflictingMigrations, staleMigrations, writeMigrations } from './migrations.mjs';
import { staleOpenapi, writeOpenapi } from './openapi.mjs';

/** Writes every generated file that is committed. Needs the build of the service. */
export async function writeArtefacts() {
  await writeMigrations();
  await writeOpenapi();
}

/**
 * Compares every generated file with what would be generated now, and leaves it alone. Needs the build of the service.
 *
 * @returns {Promise<Record<string, string[]>>} problems by check
 */
export async function staleArtefacts() {
  return {
    'migrations say what the schema says': await problemsOf(staleMigrations),
    'migrations in order': await problemsOf(conflictingMigrations),
    'openapi.json is current': await problemsOf(staleOpenapi),
  };
}

async function problemsOf(check) {
  try {
    return await check();
  } catch (error) {
    return [error.message];
  }
}

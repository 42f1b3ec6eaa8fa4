import { conflictingMigrations, staleMigrations, writeMigrations } from './migrations.mjs';
import { staleOpenapi, writeOpenapi } from './openapi.mjs';
import { staleSettings, writeSettings } from './settings.mjs';

/** Writes every generated file that is committed. Needs the build of the service. */
export async function writeArtefacts() {
  await writeMigrations();
  await writeOpenapi();
  await writeSettings();
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
    'docs/settings.md is current': await problemsOf(staleSettings),
  };
}

async function problemsOf(check) {
  try {
    return await check();
  } catch (error) {
    return [error.message];
  }
}

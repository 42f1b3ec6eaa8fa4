import { conflictingMigrations, staleMigrations, writeMigrations } from './migrations.mjs';
import { documentChecks, writeDocuments } from './printed-documents.mjs';

/** Writes every generated file that is committed. Needs the builds of the service and of the conformance suite. */
export async function writeArtefacts() {
  await writeMigrations();
  await writeDocuments();
}

const CHECKS = {
  'migrations say what the schema says': staleMigrations,
  'migrations in order': conflictingMigrations,
  ...documentChecks,
};

/**
 * Compares every generated file with what would be generated now, and leaves it alone. Needs the builds of the service and of
 * the conformance suite.
 *
 * @returns {Promise<Record<string, string[]>>} problems by check
 */
export async function staleArtefacts() {
  const problems = {};
  for (const [name, check] of Object.entries(CHECKS)) problems[name] = await check().catch((error) => [error.message]);
  return problems;
}

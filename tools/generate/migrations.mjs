import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrationsOutOfOrder } from '../checks/migration-journal.mjs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

const folder = inWorkspace('apps', 'api', 'migrations');
const configuration = ['--config', 'apps/api/drizzle.config.ts'];

/** Writes the migration from the last snapshot to the schema, if they differ. */
export async function writeMigrations() {
  const { ok } = await runCommand('drizzle-kit', ['generate', ...configuration]);
  if (!ok) throw new Error('The migration could not be generated.');
}

/** @returns {Promise<string[]>} whether the migrations say what the schema says; leaves the folder as it was */
export async function staleMigrations() {
  const before = readAll();
  const { ok, output } = await runCommand('drizzle-kit', ['generate', ...configuration], { quiet: true });
  const after = readAll();
  restore(before, after);
  if (!ok) return [`drizzle-kit generate failed: ${output.trim()}`];
  const same = before.size === after.size && [...before].every(([file, text]) => after.get(file) === text);
  return same ? [] : ['The schema has changes without a migration: run `npm run gen` and commit apps/api/migrations.'];
}

/** @returns {Promise<string[]>} two migrations that started from the same snapshot, or dates that go backwards */
export async function conflictingMigrations() {
  const { ok, output } = await runCommand('drizzle-kit', ['check', ...configuration], { quiet: true });
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  return [...(ok ? [] : [`drizzle-kit check: ${output.trim()}`]), ...migrationsOutOfOrder(journal)];
}

/** @returns {Map<string, string>} text by file */
function readAll() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => join(parentPath, name)).map((f) => [f, readFileSync(f, 'utf8')]));
}

function restore(before, after) {
  for (const file of after.keys()) if (!before.has(file)) rmSync(file);
  for (const [file, text] of before) {
    if (after.get(file) === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

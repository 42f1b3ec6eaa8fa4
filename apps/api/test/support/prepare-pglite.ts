import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromPglite, PgBoss } from 'pg-boss';
import { PgliteDatabase } from '../../src/database/pglite-database';

const root = resolve(__dirname, '../../../..');
const migrations = resolve(root, 'apps/api/migrations');

/** A fingerprint of everything that shapes an empty database: our migrations and the version of pg-boss. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(resolve(root, 'package-lock.json')));
  for (const name of readdirSync(migrations).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Makes, once for each state of the schema, a dump of a migrated embedded database. A spec that starts from it needs a
 * quarter of the time of one that starts from nothing.
 */
export default async function prepare(): Promise<void> {
  const folder = resolve(root, 'tmp/pglite');
  const file = join(folder, `${fingerprint()}.tar`);
  process.env['FERRY_TEST_PGLITE'] = file;
  if (existsSync(file) || process.env['TEST_DATABASE_URL']) return;
  mkdirSync(folder, { recursive: true });
  const pglite = await PGlite.create();
  await PgliteDatabase.wrap(pglite, migrations);
  const boss = new PgBoss({ db: fromPglite(pglite), backend: 'pglite', supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: true, timeout: 5_000 });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  const part = `${file}.${process.pid}`;
  writeFileSync(part, Buffer.from(await dump.arrayBuffer()));
  renameSync(part, file);
}

/** The two kinds of database that Ferry runs on, as places that a benchmark fills and throws away. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { atEnd } from '../../test/at-end.mjs';
import { startPostgres } from '../../test/postgres.mjs';
import { inWorkspace } from '../../workspace/paths.mjs';

const migrationsFolder = inWorkspace('apps', 'api', 'migrations');

/**
 * @typedef {object} Place an empty database, and the folder beside it
 * @property {NodeJS.ProcessEnv} env what makes the service use it
 * @property {(statements: string[]) => Promise<void>} fill brings the schema up to date, then runs the statements; for
 *   a place that no service has open
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<{ name: 'pglite', place: () => Promise<Place>, close: () => Promise<void> }>} */
export async function pglite() {
  return { name: 'pglite', place: async () => pglitePlace(), close: async () => {} };
}

/** @returns {Promise<{ name: 'postgres', place: () => Promise<Place>, close: () => Promise<void> }>} */
export async function postgres() {
  const server = await startPostgres();
  return { name: 'postgres', place: () => postgresPlace(server.url), close: server.stop };
}

/** Every kind of database, one after the other. */
export async function onEachDatabase(measure) {
  const results = [];
  for (const start of [postgres, pglite]) {
    const database = await start();
    try {
      results.push(await measure(database));
    } finally {
      await database.close();
    }
  }
  return results;
}

function pglitePlace() {
  const { folder, remove } = temporaryFolder();
  return {
    env: { DATABASE_URL: '', FERRY_DATA_DIR: folder },
    async fill(statements) {
      const database = await PGlite.create(join(folder, 'pgdata'));
      await migratePglite(onPglite(database), { migrationsFolder });
      for (const statement of statements) await database.exec(statement);
      await database.close();
    },
    remove,
  };
}

async function postgresPlace(serverUrl) {
  const { folder, remove } = temporaryFolder();
  const name = `bench_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name}`));
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  return {
    env: { DATABASE_URL: url, FERRY_DATA_DIR: folder },
    fill: (statements) =>
      onServer(url, async (client) => {
        await migratePostgres(onPostgres(client), { migrationsFolder });
        for (const statement of statements) await client.query(statement);
        // What the server's own housekeeping does within a minute. Of empty tables it would remember that they are empty.
        if (statements.length > 0) await client.query('vacuum analyze');
      }),
    async remove() {
      await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
      await remove();
    },
  };
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-bench-'));
  return { folder, remove: atEnd(() => rmSync(folder, { recursive: true, force: true })) };
}

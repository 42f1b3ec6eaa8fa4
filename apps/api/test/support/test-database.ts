import { PGlite } from '@electric-sql/pglite';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import type { Database } from '../../src/database/database';
import { PgliteDatabase } from '../../src/database/pglite-database';
import { PostgresDatabase } from '../../src/database/postgres-database';

const migrations = resolve(__dirname, '../../migrations');

/** A database of one spec file, empty but for the schema. */
export interface TestDatabase {
  readonly database: Database;
  /** Address of the server's database; null on PGlite. */
  readonly url: string | null;
  /** Closes the database and throws it away. */
  destroy(): Promise<void>;
}

async function onServer(serverUrl: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await PostgresDatabase.open(url.href, migrations);
  return {
    database,
    url: url.href,
    async destroy() {
      await database.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

async function inMemory(): Promise<TestDatabase> {
  const prepared = process.env['FERRY_TEST_PGLITE'];
  if (!prepared) throw new Error('No prepared database: run the specs through the Jest configuration of the api.');
  const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(prepared)]) });
  const database = await PgliteDatabase.wrap(pglite, migrations);
  return { database, url: null, destroy: () => database.close() };
}

/** Opens a database for a spec file: on the server that `TEST_DATABASE_URL` names, else embedded in memory. */
export function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  return serverUrl ? onServer(serverUrl) : inMemory();
}

/** The spec owns the database: the service that closes must leave it open for the next one. */
export function withoutClose(database: Database): Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'close') return async () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

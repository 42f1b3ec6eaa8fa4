import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { PostgresDatabase } from './postgres-database';

const migrations = resolve(__dirname, '../../migrations');

/** Another process that shows itself as a service does: by the same lock, on a connection of its own. */
const OTHER = `
  const pg = require('pg');
  const client = new pg.Client({ connectionString: process.argv[1] });
  client.connect()
    .then(() => client.query('select pg_advisory_lock_shared(4673380)'))
    .then(() => process.stdout.write('there'));
  setInterval(() => undefined, 1000);`;

describe('Database.beginWork', () => {
  let test: TestDatabase;

  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.destroy());

  const foundAlone = async (database = test.database) => {
    let alone = false;
    await database.beginWork(async () => {
      alone = true;
    });
    return alone;
  };

  it('does the work of whoever is alone, also when that one begins again', async () => {
    expect(await foundAlone()).toBe(true);
    expect(await foundAlone()).toBe(true);
  });

  it('begins also when the work throws', async () => {
    await expect(test.database.beginWork(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await foundAlone()).toBe(true);
  });

  // On the embedded database nobody else can be there: the lock on its folder says so (data-folder-lock.spec.ts).
  const onServer = process.env['TEST_DATABASE_URL'] ? it : () => undefined;

  onServer('leaves what others hold alone while they live, and not a moment longer', async () => {
    const other = spawn(process.execPath, ['-e', OTHER, test.url ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    expect(await foundAlone()).toBe(false);
    const killed = once(other, 'exit');
    other.kill('SIGKILL');
    await killed;
    // The server needs a moment to see that the connection is closed.
    let alone = false;
    while (!alone) alone = await foundAlone();
    expect(alone).toBe(true);
  });

  onServer('keeps whoever starts waiting until the work is done', async () => {
    const second = await PostgresDatabase.open(test.url ?? '', migrations);
    const order: string[] = [];
    const begun = Promise.withResolvers();
    const first = test.database.beginWork(async () => {
      begun.resolve(null);
      await second.ping();
      order.push('first is done');
    });
    await begun.promise;
    await second.beginWork(async () => void order.push('second found nobody'));
    order.push('second works');
    await first;
    expect(order).toEqual(['first is done', 'second works']);
    await second.close();
  });
});

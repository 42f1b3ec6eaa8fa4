import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { tenants } from './schema';

describe('Database', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.destroy());

  const tenant = (id: string) => ({
    id,
    displayName: 'Contoso',
    defaultDomain: 'contoso.example',
    kind: 'sandbox',
    settings: {},
  });

  it('answers a ping', async () => {
    await expect(test.database.ping()).resolves.toBeUndefined();
  });

  it('keeps what a transaction wrote when it ends well', async () => {
    const id = '11111111-1111-4111-8111-111111111111';
    await test.database.transaction((tx) => tx.insert(tenants).values(tenant(id)));
    const rows = await test.database.orm.select().from(tenants);
    expect(rows.map((row) => row.id)).toContain(id);
  });

  it('keeps nothing of a transaction that throws', async () => {
    const id = '99999999-1111-4111-8111-111111111111';
    await expect(
      test.database.transaction(async (tx) => {
        await tx.insert(tenants).values(tenant(id));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const rows = await test.database.orm.select().from(tenants);
    expect(rows.map((row) => row.id)).not.toContain(id);
  });

  it('hears a notification when the transaction that sent it commits', async () => {
    const heard = new Promise<string>((resolve) => {
      void test.database
        .listen('spec', resolve, () => undefined)
        .then(() => test.database.transaction((tx) => tx.execute(sql`select pg_notify('spec', 'hello')`)));
    });
    await expect(heard).resolves.toBe('hello');
  });

  it('reports a gap when the connection that listens was lost, and hears again', async () => {
    let hear: (payload: string) => void = () => undefined;
    let missed: () => void = () => undefined;
    const gap = new Promise<void>((resolve) => (missed = resolve));
    const unlisten = await test.database.listen('spec_gap', (payload) => hear(payload), missed);
    // An embedded database has no connection that could be lost.
    if (test.database.backend === 'postgres') {
      await test.database.orm.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'ferry-listen'`);
      await gap;
    }
    const hello = new Promise<string>((resolve) => (hear = resolve));
    await test.database.transaction((tx) => tx.execute(sql`select pg_notify('spec_gap', 'hello')`));
    expect(await hello).toBe('hello');
    await unlisten();
  });
});

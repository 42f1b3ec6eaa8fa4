import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { rowsOf } from './rows-of';
import type { Orm } from './database';

describe('Statements that come again and again', () => {
  let test: TestDatabase;

  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.destroy());

  const plansOn = async (orm: Orm) =>
    Number(
      rowsOf<{ plans: string }>(await orm.execute(sql`select count(*) as plans from pg_prepared_statements`))[0]?.plans,
    );
  // Embedded, there is one connection and nothing to be saved.
  const onServer = process.env['TEST_DATABASE_URL'] ? it : () => undefined;

  it('answer as they did the first time', async () => {
    const answers: unknown[] = [];
    for (let use = 0; use < 8; use += 1) {
      answers.push(
        rowsOf<{ next: number }>(await test.database.orm.execute(sql`select ${use}::int + 1 as next`))[0]?.next,
      );
    }
    expect(answers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  onServer('are planned once for each connection', async () => {
    await test.database.transaction(async (tx) => {
      for (let use = 0; use < 8; use += 1) await tx.execute(sql`select ${use}::int + 1 as next`);
      expect(await plansOn(tx)).toBe(1);
    });
  });

  onServer('go on after a table of theirs has changed under them', async () => {
    const { database } = test;
    const read = () => database.orm.execute(sql`select * from changing where id > ${0}::int`);
    await database.orm.execute(sql`create table changing (id integer)`);
    for (let use = 0; use < 8; use += 1) await read();
    await database.orm.execute(sql`alter table changing add column word text default 'new'`);
    await database.orm.execute(sql`insert into changing values (1)`);
    // Whichever connection has the old plan may say so once; from then on nobody asks for it.
    await read().catch(() => undefined);
    expect(rowsOf(await read())).toEqual([{ id: 1, word: 'new' }]);
  });
});

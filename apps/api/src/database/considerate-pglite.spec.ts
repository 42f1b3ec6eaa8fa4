import { PGlite } from '@electric-sql/pglite';
import { considerate } from './considerate-pglite';

describe('considerate PGlite', () => {
  it('lets the event loop turn between statements', async () => {
    const pglite = considerate(await PGlite.create());
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (turns < 1_000) setImmediate(count);
    };
    setImmediate(count);
    for (let statement = 0; statement < 20; statement++) await pglite.query('select 1');
    await pglite.transaction((tx) => tx.query('select 1'));
    await pglite.close();
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});

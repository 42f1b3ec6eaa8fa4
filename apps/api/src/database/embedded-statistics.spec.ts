import { PGlite } from '@electric-sql/pglite';
import { EmbeddedStatistics } from './embedded-statistics';

describe('EmbeddedStatistics', () => {
  it('analyses a table that has become large, again when it has grown by half, and never a small one', async () => {
    const pglite = await PGlite.create();
    await pglite.exec('create table small (id int); create table large (id int); insert into small values (1)');
    const statistics = new EmbeddedStatistics(pglite);
    expect(await statistics.refresh()).toEqual([]);
    await pglite.exec('insert into large select generate_series(1, 50000)');
    expect(await statistics.refresh()).toEqual(['public.large']);
    expect(await statistics.refresh()).toEqual([]);
    await pglite.exec('insert into large select generate_series(1, 50000)');
    expect(await statistics.refresh()).toEqual(['public.large']);
    await pglite.close();
  });
});

import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { ServiceClock } from '../clock/service-clock';
import { rowsOf } from '../database/rows-of';
import { Log } from '../logging/log';
import { type HeldMessage, Queue } from './queue';
import { QUEUE_NAMES } from './queues';

/** More than pg-boss lists unless it is asked for more. */
const FINISHED = 1_500;

describe('Queue', () => {
  let test: TestDatabase;
  let queue: Queue;

  beforeEach(async () => {
    test = await openTestDatabase();
    queue = new Queue(test.database, new ServiceClock(), Log.atLevel('silent'), { role: 'all' });
    await queue.onModuleInit();
  });
  afterEach(async () => {
    await queue.onApplicationShutdown();
    await test.destroy();
  });

  const put = (state: string, first: number, last: number) =>
    test.database.orm.execute(sql`
      insert into pgboss.job (name, policy, state, singleton_key, created_on)
      select queue, 'exclusive', ${state}::pgboss.job_state, queue || number, now() + number * interval '1 ms'
      from unnest(${sql.param([...QUEUE_NAMES])}::text[]) as queue, generate_series(${first}::int, ${last}::int) as number`);
  const count = async (state: string) => {
    const result = await test.database.orm.execute(
      sql`select count(*)::int as messages from pgboss.job where state = ${state}::pgboss.job_state`,
    );
    return rowsOf<{ messages: number }>(result)[0]?.messages;
  };

  it('takes back what a dead process held, however many messages were finished before', async () => {
    await put('completed', 1, FINISHED);
    await put('active', FINISHED + 1, FINISHED + 2);
    await put('created', FINISHED + 3, FINISHED + 3);
    await queue.recover();
    expect(await count('active')).toBe(0);
    expect(await count('retry')).toBe(2 * QUEUE_NAMES.length);
    expect(await count('created')).toBe(QUEUE_NAMES.length);
    expect(await count('completed')).toBe(FINISHED * QUEUE_NAMES.length);
  });

  it('hands out at once what it took back, as another attempt', async () => {
    await test.database.transaction((tx) => queue.send(tx, 'job-steps', [{ key: 'a', data: { jobId: 'a' } }]));
    await test.database.orm.execute(
      sql`update pgboss.job set state = 'active', started_on = now() where state = 'created'`,
    );
    await queue.recover();
    const handed = Promise.withResolvers<HeldMessage<'job-steps'>>();
    await queue.work('job-steps', { batchSize: 1, loops: 1 }, async (message) => handed.resolve(message));
    expect(await handed.promise).toMatchObject({ data: { jobId: 'a' }, retryCount: 1 });
  });

  it('gives a queue that an earlier version made the settings of this one', async () => {
    await test.database.orm.execute(
      sql`update pgboss.queue set heartbeat_seconds = null, expire_seconds = 7 where name = 'person-checks'`,
    );
    await queue.onApplicationShutdown();
    queue = new Queue(test.database, new ServiceClock(), Log.atLevel('silent'), { role: 'all' });
    await queue.onModuleInit();
    const result = await test.database.orm.execute(
      sql`select heartbeat_seconds, expire_seconds from pgboss.queue where name = 'person-checks'`,
    );
    expect(rowsOf(result)).toEqual([{ heartbeat_seconds: 30, expire_seconds: 600 }]);
  });
});

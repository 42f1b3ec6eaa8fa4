import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { ServiceClock } from '../clock/service-clock';
import { rowsOf } from '../database/rows-of';
import { Log } from '../logging/log';
import type { HeldMessage } from './message-loop';
import { NEW_MESSAGES, Queue } from './queue';
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
    await queue.work('job-steps', { concurrency: 1 }, async (message) => handed.resolve(message));
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

  describe('that is worked on', () => {
    const held: HeldMessage<'workload-runs'>[] = [];
    let heard = Promise.withResolvers<unknown>();
    const release = new Map<number, () => void>();
    const send = (...messages: { runId: number; turn?: number; group?: string }[]) =>
      test.database.transaction((tx) =>
        queue.send(
          tx,
          'workload-runs',
          messages.map(({ runId, ...more }) => ({ key: String(runId), data: { runId }, ...more })),
        ),
      );
    const work = (concurrency: number, atOnce = 1_000) =>
      queue.work(
        'workload-runs',
        { concurrency, groupConcurrency: { default: atOnce, tiers: {} } },
        async (message) => {
          held.push(message);
          heard.resolve(null);
          await new Promise<void>((resolve) => release.set(message.data.runId, resolve));
        },
      );
    const until = async (count: number) => {
      while (held.length < count) {
        heard = Promise.withResolvers();
        await heard.promise;
      }
      return held.map(({ data }) => data.runId);
    };

    beforeEach(() => {
      held.length = 0;
      release.clear();
    });

    it('hands out what one group has in the order of its turns, however few may be handled at a time', async () => {
      const turns = [7, 3, 1, 8, 5, 2, 6, 4];
      await send(...turns.map((turn) => ({ runId: turn, turn, group: 'one' })));
      await work(8, 1);
      for (let count = 1; count <= turns.length; count += 1) release.get((await until(count)).at(-1) ?? 0)?.();
      expect(held.map(({ data }) => data.runId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('fills the place of a message that has ended while others take their time', async () => {
      await send({ runId: 1, turn: 1 }, { runId: 2, turn: 2 }, { runId: 3, turn: 3 });
      await work(2);
      expect(new Set(await until(2))).toEqual(new Set([1, 2]));
      release.get(2)?.();
      expect((await until(3)).at(-1)).toBe(3);
    });

    it('fills the place that a message has left, and lets it back before new ones', async () => {
      const order: string[] = [];
      const left = Promise.withResolvers<unknown>();
      const back = Promise.withResolvers<unknown>();
      const second = Promise.withResolvers<unknown>();
      const ended = Promise.withResolvers<unknown>();
      await send({ runId: 1, turn: 1 }, { runId: 2, turn: 2 }, { runId: 3, turn: 3 });
      await queue.work('workload-runs', { concurrency: 1 }, async ({ data: { runId }, place }) => {
        order.push(`${runId} begins`);
        if (runId === 1) {
          place.leave();
          await left.promise;
          const taken = place.take();
          back.resolve(null);
          await taken;
          order.push('1 is back');
        } else if (runId === 2) {
          left.resolve(null);
          await back.promise;
          second.resolve(null);
        } else ended.resolve(null);
      });
      await Promise.all([second.promise, ended.promise]);
      expect(order).toEqual(['1 begins', '2 begins', '1 is back', '3 begins']);
    });

    it('holds no more messages that have left their places than can be saved before long', async () => {
      const messages = Array.from({ length: 6 }, (_, index) => ({ runId: index + 1, turn: index + 1 }));
      await send(...messages);
      const begun: number[] = [];
      const full = Promise.withResolvers<unknown>();
      const all = Promise.withResolvers<unknown>();
      const saved = Promise.withResolvers<unknown>();
      await queue.work('workload-runs', { concurrency: 1 }, async ({ data: { runId }, place }) => {
        begun.push(runId);
        place.leave();
        if (begun.length === 4) full.resolve(null);
        if (begun.length === 6) all.resolve(null);
        await saved.promise;
      });
      await full.promise;
      // A fetch that was not to be made would be through by the last of these.
      for (let look = 0; look < 20; look += 1) expect(await count('active')).toBe(4);
      expect(await count('created')).toBe(2);
      saved.resolve(null);
      await all.promise;
      expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('hears of a message that somebody sends', async () => {
      const payloads: string[] = [];
      const told = Promise.withResolvers<unknown>();
      const unlisten = await test.database.listen(
        NEW_MESSAGES,
        (payload) => {
          payloads.push(payload);
          told.resolve(null);
        },
        () => undefined,
      );
      await send({ runId: 9 });
      await told.promise;
      await unlisten();
      expect(payloads).toEqual(['workload-runs']);
    });

    it('gives back what has not ended when the time for it is over, and says so to its handler', async () => {
      await send({ runId: 1 });
      await work(1);
      await until(1);
      await queue.drain(0);
      expect(held[0]?.signal.aborted).toBe(true);
      expect(await count('retry')).toBe(1);
    });

    it('gives a message again whose handler throws, as another attempt', async () => {
      await send({ runId: 1 });
      const again = Promise.withResolvers<number>();
      await queue.work('workload-runs', { concurrency: 1 }, async ({ retryCount }) => {
        if (retryCount === 0) throw new Error('not yet');
        again.resolve(retryCount);
      });
      expect(await again.promise).toBe(1);
    });
  });
});

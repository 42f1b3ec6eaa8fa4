import { PgBoss } from 'pg-boss';
import { type Database, QUEUES } from './service';

const NAME = 'bench';

/** As the workers of the engine fetch: two loops, four messages at a time, and a limit for each endpoint. */
const LOOPS = 2;
const FETCH = { batchSize: 4, groupConcurrency: 20, includeMetadata: true } as const;

/** The baseline: pg-boss alone, on the same database and with the settings of the engine's own queue. */
export class RawQueue {
  private constructor(private readonly boss: PgBoss) {}

  static async open(database: Database): Promise<RawQueue> {
    const boss = new PgBoss({
      ...database.bossConnection(),
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    await boss.start();
    await boss.createQueue(NAME, QUEUES['workload-runs']);
    return new RawQueue(boss);
  }

  /** Fetches and completes so many messages, which were sent before; the seconds that it took. */
  async settle(messages: number): Promise<number> {
    const keys = Array.from({ length: messages }, (_, index) => String(index));
    await this.boss.insert(
      NAME,
      keys.map((key) => ({ singletonKey: key, data: { runId: Number(key) }, group: { id: 'endpoint' } })),
    );
    const started = performance.now();
    const settled = await Promise.all(Array.from({ length: LOOPS }, () => this.drain()));
    const seconds = (performance.now() - started) / 1000;
    const total = settled.reduce((sum, count) => sum + count, 0);
    if (total !== messages) throw new Error(`${total} of ${messages} messages were settled.`);
    return seconds;
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true });
  }

  private async drain(): Promise<number> {
    let settled = 0;
    for (;;) {
      const messages = await this.boss.fetch(NAME, FETCH);
      if (messages.length === 0) return settled;
      await this.boss.complete(
        NAME,
        messages.map((message) => message.id),
      );
      settled += messages.length;
    }
  }
}

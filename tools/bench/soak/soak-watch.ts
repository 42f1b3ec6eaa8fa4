import { sql } from 'drizzle-orm';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Database } from '../engine/service';

/** What a hundredth of the jobs has cost, and what was there at its end. */
export interface Sample {
  readonly secondsPerRun: number;
  readonly processorSecondsPerRun: number;
  /** Memory that is in use after everything that could be thrown away was. */
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
  /** Messages of all queues, done or not. */
  readonly messages: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const SAMPLES = 100;
const MEGABYTE = 1024 * 1024;

/** Takes a sample whenever a hundredth of the jobs is done. */
export class SoakWatch {
  readonly samples: Sample[] = [];
  private done = 0;
  private readonly every: number;
  private since = performance.now();
  private processor = process.cpuUsage();

  constructor(
    private readonly database: Database,
    jobs: number,
    private readonly runsOfJob: number,
  ) {
    this.every = Math.max(Math.floor(jobs / SAMPLES), 1);
  }

  async jobDone(): Promise<void> {
    this.done += 1;
    if (this.done % this.every !== 0) return;
    const runs = this.every * this.runsOfJob;
    const { user, system } = process.cpuUsage(this.processor);
    const seconds = (performance.now() - this.since) / 1000;
    this.since = performance.now();
    this.processor = process.cpuUsage();
    const messages = await this.countMessages();
    collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    this.samples.push({
      secondsPerRun: seconds / runs,
      processorSecondsPerRun: (user + system) / 1_000_000 / runs,
      heapMegabytes: heapUsed / MEGABYTE,
      residentMegabytes: rss / MEGABYTE,
      messages,
    });
  }

  private async countMessages(): Promise<number> {
    const result = await this.database.orm.execute(sql`select count(*)::int as messages from pgboss.job`);
    const { rows } = result as { rows: { messages: number }[] };
    return rows[0]?.messages ?? 0;
  }
}

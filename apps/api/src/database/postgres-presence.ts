import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

/** Any number will do as long as every process of Ferry uses the same: the key of the lock that says "somebody works". */
const PRESENCE_LOCK = 4_673_380;
const RETRY_MS = 1_000;

/**
 * Tells the other processes on a server that this one lives, by a lock that its connection holds: PostgreSQL gives it
 * back at the moment at which the process dies, however it dies. A process that only hangs, or whose host has vanished,
 * keeps it for a while; those are left to the heartbeats of the queue.
 */
export class PostgresPresence {
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(private readonly connectionString: string) {}

  /**
   * Shows this process from now on. If no other one lives, the work is done first, and whoever starts meanwhile waits
   * until it is done.
   */
  async begin(whenAlone: () => Promise<void>): Promise<void> {
    await this.leave();
    const client = await this.connect();
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      PRESENCE_LOCK,
    ]);
    const alone = rows[0]?.alone === true;
    try {
      if (alone) await whenAlone();
    } finally {
      await this.show(client);
      if (alone) await client.query('select pg_advisory_unlock($1)', [PRESENCE_LOCK]);
    }
  }

  /** Ends the connection, and every attempt to make one. */
  async end(): Promise<void> {
    this.stopped = true;
    await this.leave();
  }

  private async leave(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'ferry-presence',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('end', () => void this.comeBack(client));
    await client.connect();
    this.client = client;
    return client;
  }

  private async show(client: pg.Client): Promise<void> {
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
  }

  /** Until it is back, a process that starts takes this one for dead: that costs a slice done twice, and never a number. */
  private async comeBack(lost: pg.Client): Promise<void> {
    while (!this.stopped && this.client === lost) {
      await delay(RETRY_MS, undefined, { ref: false });
      try {
        await this.show(await this.connect());
      } catch {
        // The server is away; it is asked again.
      }
    }
  }
}

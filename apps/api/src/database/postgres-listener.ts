import pg from 'pg';
import { GuardedClient } from './guarded-client';

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 10_000;
const CONNECT_MS = 10_000;
/** How often the connection is tried, and how long it may take to answer. Together they bound how long it is deaf. */
const BEAT_EVERY_MS = 5_000;
const BEAT_LIMIT_MS = 3_000;

/**
 * One connection that listens to one channel and comes back when it is lost. What was sent in between is gone, so every
 * reconnect reports a gap and the reader looks at the tables again. A listener hears nothing of a connection whose other
 * side has vanished without a word, so it asks now and then.
 */
export class PostgresListener {
  private client: GuardedClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private beat: NodeJS.Timeout | null = null;
  private stopped = false;
  private delayMs = FIRST_DELAY_MS;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly onMessage: (payload: string) => void,
    private readonly onGap: () => void,
  ) {}

  /** Connects for the first time; throws when that is not possible. */
  async start(): Promise<void> {
    await this.connect();
  }

  /** Ends the connection and every attempt to make one. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const { client } = this;
    this.forget();
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new GuardedClient({
      connectionString: this.connectionString,
      application_name: 'ferry-listen',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: BEAT_LIMIT_MS,
      keepAlive: true,
    });
    client.on('notification', (message) => this.onMessage(message.payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(this.channel)}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    if (this.stopped) return client.end();
    this.client = client;
    this.delayMs = FIRST_DELAY_MS;
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    const beat = (): void => void client.query('select 1').catch(() => this.lose(client));
    this.beat = setInterval(beat, BEAT_EVERY_MS);
  }

  private lose(client: GuardedClient): void {
    if (this.client !== client) return;
    this.forget();
    void client.end().catch(() => undefined);
    this.reconnectLater();
  }

  private forget(): void {
    if (this.beat) clearInterval(this.beat);
    this.beat = null;
    this.client = null;
  }

  private reconnectLater(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.connect().then(this.onGap, () => {
        this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
        this.reconnectLater();
      });
    }, this.delayMs);
  }
}

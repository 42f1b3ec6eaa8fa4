import pg from 'pg';

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 10_000;

/**
 * One connection that listens to one channel and comes back when it is lost. What was sent in between is gone, so every
 * reconnect reports a gap and the reader looks at the tables again.
 */
export class PostgresListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
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
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'ferry-listen',
      keepAlive: true,
    });
    client.on('notification', (message) => this.onMessage(message.payload ?? ''));
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`);
    this.client = client;
    this.delayMs = FIRST_DELAY_MS;
  }

  private reconnectLater(lost: pg.Client): void {
    if (this.stopped || this.timer || (this.client && this.client !== lost)) return;
    this.client = null;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.connect().then(this.onGap, () => {
        this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
        this.reconnectLater(lost);
      });
    }, this.delayMs);
  }
}

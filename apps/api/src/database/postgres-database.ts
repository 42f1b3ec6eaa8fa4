import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { type BossConnection, Database, type Orm, type Unlisten } from './database';
import { PostgresListener } from './postgres-listener';
import { PostgresPresence } from './postgres-presence';
import * as schema from './schema';

/** Any number will do as long as every process of Ferry uses the same: the key of the lock around migrations. */
const MIGRATION_LOCK = 4_673_379;

/** A PostgreSQL server that several processes may share. */
export class PostgresDatabase extends Database {
  readonly backend = 'postgres';
  readonly orm: Orm;
  private readonly listeners = new Set<PostgresListener>();
  private readonly presence: PostgresPresence;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly connectionString: string,
  ) {
    super();
    this.orm = drizzle(pool, { schema });
    this.presence = new PostgresPresence(connectionString);
  }

  /** Connects, and brings the schema up to date while every other starting process waits. */
  static async open(connectionString: string, migrationsFolder: string, max = 16): Promise<PostgresDatabase> {
    const pool = new pg.Pool({ connectionString, max, application_name: 'ferry', options: '-c timezone=UTC' });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    try {
      const client = await pool.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
        try {
          await migrate(drizzle(client), { migrationsFolder });
        } finally {
          await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
        }
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresDatabase(pool, connectionString);
  }

  override async listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<Unlisten> {
    const listener = new PostgresListener(this.connectionString, channel, onMessage, onGap);
    await listener.start();
    this.listeners.add(listener);
    return async () => {
      this.listeners.delete(listener);
      await listener.stop();
    };
  }

  override bossConnection(): BossConnection {
    return { connectionString: this.connectionString, max: 6, useListenNotify: true };
  }

  override beginWork(whenAlone: () => Promise<void>): Promise<void> {
    return this.presence.begin(whenAlone);
  }

  override async ping(): Promise<void> {
    await this.orm.execute(sql`select 1`);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.listeners].map((listener) => listener.stop()));
    await this.presence.end();
    await this.pool.end();
  }
}

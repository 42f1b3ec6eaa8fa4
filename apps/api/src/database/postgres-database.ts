import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { connectionSettings } from './connection-settings';
import { type BossConnection, Database, type Orm, type Unlisten } from './database';
import { DatabaseConnectionError, isReadTimeout } from './database-trouble';
import { GuardedClient } from './guarded-client';
import { PostgresListener } from './postgres-listener';
import { PostgresPresence } from './postgres-presence';
import { StatementNames } from './statement-names';
import * as schema from './schema';

/** Any number will do as long as every process of Ferry uses the same: the key of the lock around migrations. */
const MIGRATION_LOCK = 4_673_379;
/** A probe does not wait for as long as a statement may take. */
const PING_MS = 2_000;

/** How many connections a process takes, and how long a statement may take. */
export interface PostgresLimits {
  readonly max?: number;
  readonly timeoutMs?: number;
}

/** A PostgreSQL server that several processes may share. */
export class PostgresDatabase extends Database {
  readonly backend = 'postgres';
  readonly orm: Orm;
  private readonly pool: pg.Pool;
  private readonly listeners = new Set<PostgresListener>();
  private readonly presence: PostgresPresence;
  private readonly statementNames = new StatementNames();
  private readonly orms = new WeakMap<pg.ClientBase, Orm>();

  private constructor(
    private readonly connectionString: string,
    private readonly timeoutMs: number,
    max: number,
  ) {
    super();
    this.pool = new pg.Pool({ ...this.settings(), max, application_name: 'ferry' });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.orm = drizzle(this.pool, { schema });
    this.presence = new PostgresPresence(connectionString);
  }

  /** Connects, and brings the schema up to date while every other starting process waits. */
  static async open(
    connectionString: string,
    migrationsFolder: string,
    { max = 16, timeoutMs = 30_000 }: PostgresLimits = {},
  ): Promise<PostgresDatabase> {
    await migrateAlone(connectionString, migrationsFolder);
    return new PostgresDatabase(connectionString, timeoutMs, max);
  }

  /**
   * Not Drizzle's own, which loses a connection of the pool when `begin` fails, and gives one back that still waits for
   * the answer to a statement which was given up.
   */
  override async transaction<T>(work: (tx: Orm) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken = false;
    try {
      await client.query('begin').catch((error: unknown) => Promise.reject(new DatabaseConnectionError(error)));
      const result = await work(this.ormOn(client));
      await client.query('commit').catch((error: unknown) => Promise.reject(new DatabaseConnectionError(error)));
      return result;
    } catch (error) {
      broken = isReadTimeout(error) || !(await rolledBack(client));
      throw error;
    } finally {
      client.release(broken);
    }
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
    return { ...this.settings(), max: 6, useListenNotify: true };
  }

  override beginWork(whenAlone: () => Promise<void>): Promise<void> {
    return this.presence.begin(whenAlone);
  }

  override async ping(): Promise<void> {
    await this.pool.query({ text: 'select 1', query_timeout: PING_MS } as pg.QueryConfig);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.listeners].map((listener) => listener.stop()));
    await this.presence.end();
    await this.pool.end();
  }

  private settings() {
    return connectionSettings(this.connectionString, this.timeoutMs, this.statementNames, (error) =>
      this.notice(error),
    );
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      this.notice(error);
      throw new DatabaseConnectionError(error);
    }
  }

  /** The query layer on one connection; making it anew for each transaction would cost more than a short statement. */
  private ormOn(client: pg.PoolClient): Orm {
    const known = this.orms.get(client);
    if (known) return known;
    const orm: Orm = drizzle(client, { schema });
    this.orms.set(client, orm);
    return orm;
  }
}

/** Migrations may wait for each other, and build indexes, for longer than any other statement may take. */
async function migrateAlone(connectionString: string, migrationsFolder: string): Promise<void> {
  const client = new GuardedClient({
    connectionString,
    application_name: 'ferry-migrate',
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Db, PgBoss } from 'pg-boss';
import type { connectionSettings } from './connection-settings';
import { type DatabaseTrouble, statementTroubleOf } from './database-trouble';
import * as space from './free-space.sql';
import type * as schema from './schema';

/** The query layer, on PGlite and on PostgreSQL alike; also the type of a transaction. */
export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

/** What pg-boss needs to live in the same database. */
export type BossConnection = Pick<
  ConstructorParameters<typeof PgBoss>[0] & object,
  'backend' | 'connectionString' | 'max' | 'useListenNotify'
> &
  Partial<ReturnType<typeof connectionSettings>> & { db?: Db };

/** Ends a subscription. */
export type Unlisten = () => Promise<void>;

/**
 * The one database of the service. PGlite is a single connection: inside `transaction` only the handle that is passed
 * in may be used, the outer `orm` would wait for itself.
 */
export abstract class Database {
  private readonly troubleListeners: ((trouble: DatabaseTrouble) => void)[] = [];

  abstract readonly backend: 'pglite' | 'postgres';
  abstract readonly orm: Orm;

  /** Runs the work in one transaction; an error rolls it back and is thrown on. */
  transaction<T>(work: (tx: Orm) => Promise<T>): Promise<T> {
    return this.orm.transaction((tx) => work(tx));
  }

  /** Hears notifications of a channel; `onGap` says that some may have been missed (a connection was lost). */
  abstract listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<Unlisten>;

  /** How pg-boss connects to the same database. */
  abstract bossConnection(): BossConnection;

  /**
   * Shows the other processes on this database that this one works. If nobody else does, the given work is done first:
   * what a dead process has left behind belongs to nobody.
   */
  abstract beginWork(whenAlone: () => Promise<void>): Promise<void>;

  /** Throws when the database does not answer. */
  abstract ping(): Promise<void>;

  /** Hears of each statement that failed because of the database itself; on a server, of what the server answered. */
  onTrouble(listener: (trouble: DatabaseTrouble) => void): void {
    this.troubleListeners.push(listener);
  }

  /** Throws when there is no room for more rows. Leaves nothing behind. */
  async requireSpace(): Promise<void> {
    await this.transaction((tx) => tx.execute(space.PROBE));
  }

  /** Closes every connection and gives the data folder back. */
  abstract close(): Promise<void>;

  /** An error of the driver, which the listeners hear of if it is a trouble of the database. */
  notice(error: unknown): void {
    const trouble = statementTroubleOf(error);
    if (trouble) for (const listener of this.troubleListeners) listener(trouble);
  }
}

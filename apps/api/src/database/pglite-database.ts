import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import { considerate } from './considerate-pglite';
import { type BossConnection, Database, type Orm, type Unlisten } from './database';
import { lockDataFolder } from './data-folder-lock';
import { EmbeddedStatistics } from './embedded-statistics';
import { fillFromTemplate } from './embedded-template';
import * as schema from './schema';

const STATISTICS_EVERY_MS = 60_000;
const STATISTICS_FIRST_MS = 2_000;

/** PostgreSQL embedded in the process: on a folder that nobody else may open, or in memory for specs. */
export class PgliteDatabase extends Database {
  readonly backend = 'pglite';
  readonly orm: Orm;
  private readonly pglite: PGlite;
  private refreshed: Promise<unknown> = Promise.resolve();
  private readonly first: NodeJS.Timeout;
  private readonly timer: NodeJS.Timeout;

  private constructor(
    pglite: PGlite,
    private readonly unlock: () => Promise<void>,
  ) {
    super();
    this.pglite = considerate(pglite, (error) => this.notice(error));
    this.orm = drizzle(this.pglite, { schema });
    // Not at once: the start has other things to do.
    const statistics = new EmbeddedStatistics(this.pglite);
    const refresh = (): void => void (this.refreshed = statistics.refresh().catch(() => undefined));
    this.first = setTimeout(refresh, STATISTICS_FIRST_MS).unref();
    this.timer = setInterval(refresh, STATISTICS_EVERY_MS).unref();
  }

  /** Opens the database of a data folder and brings its schema up to date. Throws `DataFolderInUseError`. */
  static async open(dataFolder: string, migrationsFolder: string): Promise<PgliteDatabase> {
    const unlock = await lockDataFolder(dataFolder);
    try {
      const pgdata = join(dataFolder, 'pgdata');
      await fillFromTemplate(pgdata, migrationsFolder);
      const pglite = await PGlite.create(pgdata);
      return await PgliteDatabase.migrated(pglite, unlock, migrationsFolder);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Wraps an instance that somebody else made, such as one in memory, and brings its schema up to date. */
  static async wrap(pglite: PGlite, migrationsFolder: string): Promise<PgliteDatabase> {
    return PgliteDatabase.migrated(pglite, async () => undefined, migrationsFolder);
  }

  private static async migrated(
    pglite: PGlite,
    unlock: () => Promise<void>,
    migrationsFolder: string,
  ): Promise<PgliteDatabase> {
    await pglite.exec("set timezone = 'UTC'");
    await migrate(drizzle(pglite), { migrationsFolder });
    return new PgliteDatabase(pglite, unlock);
  }

  override async listen(channel: string, onMessage: (payload: string) => void): Promise<Unlisten> {
    const unlisten = await this.pglite.listen(channel, onMessage);
    return () => unlisten();
  }

  override bossConnection(): BossConnection {
    return { backend: 'pglite', db: fromPglite(this.pglite), useListenNotify: true };
  }

  /** The lock on the data folder lets nobody else in. */
  override beginWork(whenAlone: () => Promise<void>): Promise<void> {
    return whenAlone();
  }

  override async ping(): Promise<void> {
    await this.orm.execute(sql`select 1`);
  }

  override async close(): Promise<void> {
    clearTimeout(this.first);
    clearInterval(this.timer);
    await this.refreshed;
    await this.pglite.close();
    await this.unlock();
  }
}

import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from './database';
import { migrationsFolder } from './migrations-folder';
import { PgliteDatabase } from './pglite-database';
import { PostgresDatabase } from './postgres-database';

/** Opens the database that the settings name: a server when there is an address, else the embedded one. */
export function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'databaseTimeoutSeconds'>,
): Promise<Database> {
  const migrations = migrationsFolder(import.meta.dirname);
  return config.databaseUrl
    ? PostgresDatabase.open(config.databaseUrl, migrations, { timeoutMs: config.databaseTimeoutSeconds * 1_000 })
    : PgliteDatabase.open(config.dataDir, migrations);
}

@Global()
@Module({
  providers: [{ provide: Database, useFactory: openDatabase, inject: [CONFIG] }],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

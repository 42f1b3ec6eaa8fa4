import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database, type Orm } from '../../database/database';
import { serviceSettings } from '../../database/schema';

/** Facts about the service itself that all its processes share. */
@Injectable()
export class ServiceSettingsRepository {
  constructor(private readonly database: Database) {}

  async read(name: string): Promise<unknown> {
    const [row] = await this.database.orm.select().from(serviceSettings).where(eq(serviceSettings.name, name));
    return row?.value ?? null;
  }

  async write(tx: Orm, name: string, value: unknown): Promise<void> {
    await tx
      .insert(serviceSettings)
      .values({ name, value })
      .onConflictDoUpdate({ target: serviceSettings.name, set: { value } });
  }
}

import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';

/** Sends notifications inside a transaction. */
@Injectable()
export class ChangesRepository {
  async notify(tx: Orm, channel: string, payload: string): Promise<void> {
    await this.notifyAll(tx, channel, [payload]);
  }

  async notifyAll(tx: Orm, channel: string, payloads: readonly string[]): Promise<void> {
    await tx.execute(
      sql`select pg_notify(${channel}, payload) from unnest(${sql.param([...payloads])}::text[]) as payload`,
    );
  }
}

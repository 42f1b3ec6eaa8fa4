import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';

/** Sends notifications inside a transaction. */
@Injectable()
export class ChangesRepository {
  async notify(tx: Orm, channel: string, payload: string): Promise<void> {
    await tx.execute(sql`select pg_notify(${channel}, ${payload})`);
  }
}

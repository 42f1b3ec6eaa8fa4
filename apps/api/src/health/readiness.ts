import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { GraphHttpError } from '../graph/graph-http-error';
import { ServiceStop } from '../stop/service-stop';
import { DatabaseWatch } from './database-watch';

const PING_LIMIT_MS = 2_000;

/** Whether this process can work, and if not, why. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly stop: ServiceStop,
    private readonly watch: DatabaseWatch,
  ) {}

  /** Throws a 503 that says why this process should be sent nothing. */
  async require(): Promise<void> {
    if (this.stop.begun) throw notReady('The service is stopping.');
    try {
      await withinLimit(this.database.ping());
    } catch (error) {
      throw notReady('The database does not answer.', error);
    }
    if (await this.watch.isFull()) throw notReady('The disk of the database is full.');
  }
}

function notReady(message: string, cause?: unknown): GraphHttpError {
  return new GraphHttpError(503, 'serviceNotAvailable', message, { cause });
}

async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PING_LIMIT_MS} ms.`)), PING_LIMIT_MS);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

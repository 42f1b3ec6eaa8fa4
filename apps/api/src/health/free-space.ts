import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database';
import { Log } from '../logging/log';

const LOOK_EVERY_MS = 5_000;

/**
 * Whether the disk of the database is full. It is known from the first statement that fails for it until there is room
 * again, and said once at each end: while it lasts, nearly everything fails.
 */
@Injectable()
export class FreeSpace implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly log: Log,
  ) {
    database.onTrouble((trouble) => trouble === 'diskFull' && this.begin());
  }

  /** Whether nothing more can be written. */
  get isGone(): boolean {
    return this.timer !== null;
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Looks whether there is room again. */
  async look(): Promise<void> {
    if (!this.timer) return;
    try {
      await this.database.requireSpace();
    } catch {
      return;
    }
    this.end();
  }

  private begin(): void {
    if (this.timer) return;
    this.log.error(
      'the disk of the database is full: nothing is migrated and nothing can be changed until there is room',
    );
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private end(): void {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    this.log.info('the disk of the database has room again');
  }
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database';
import type { DatabaseTrouble } from '../database/database-trouble';
import { Log } from '../logging/log';

const LOOK_EVERY_MS = 2_000;

const WORDS: Readonly<Record<DatabaseTrouble, { readonly begins: string; readonly ends: string }>> = {
  diskFull: {
    begins: 'the disk of the database is full: nothing is migrated and nothing can be changed until there is room',
    ends: 'the disk of the database has room again',
  },
  unavailable: {
    begins: 'the database does not answer: nothing is migrated until it does',
    ends: 'the database answers again',
  },
};

/**
 * Whether the database is in trouble. It is known from the first statement that fails for it until it is over, and is said
 * once at each end: while it lasts, nearly every statement fails.
 */
@Injectable()
export class DatabaseWatch implements OnApplicationShutdown {
  private readonly timers = new Map<DatabaseTrouble, NodeJS.Timeout>();

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly log: Log,
  ) {
    database.onTrouble((trouble) => this.begin(trouble));
  }

  /** Whether nothing more can be written. Looks once more, if that was the case. */
  async isFull(): Promise<boolean> {
    if (this.timers.has('diskFull')) await this.look('diskFull');
    return this.timers.has('diskFull');
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers.values()) clearInterval(timer);
  }

  private begin(trouble: DatabaseTrouble): void {
    if (this.timers.has(trouble)) return;
    this.log.error(WORDS[trouble].begins, { trouble });
    this.timers.set(trouble, setInterval(() => void this.look(trouble), LOOK_EVERY_MS).unref());
  }

  private async look(trouble: DatabaseTrouble): Promise<void> {
    try {
      await (trouble === 'diskFull' ? this.database.requireSpace() : this.database.ping());
    } catch {
      return;
    }
    const timer = this.timers.get(trouble);
    if (!timer) return;
    clearInterval(timer);
    this.timers.delete(trouble);
    this.log.info(WORDS[trouble].ends, { trouble });
  }
}

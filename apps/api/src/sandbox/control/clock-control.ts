import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ChangesRepository } from '../../changes/changes.repository';
import { ServiceClock } from '../../clock/service-clock';
import { Database, type Unlisten } from '../../database/database';
import { reasonOf } from '../../database/database-trouble';
import { Engine } from '../../engine/engine';
import { Log } from '../../logging/log';
import { ServiceSettingsRepository } from './service-settings.repository';

const SETTING = 'clockAheadMs';
const CHANNEL = 'ferry_clock';

/**
 * Moves the service's clock ahead in a rehearsal. How far it is ahead is kept in the database, so a restart does not fall
 * back in time, and every process hears of a move.
 */
@Injectable()
export class ClockControl implements OnModuleInit, OnApplicationShutdown {
  private unlisten: Unlisten | null = null;

  constructor(
    private readonly clock: ServiceClock,
    private readonly database: Database,
    private readonly settings: ServiceSettingsRepository,
    private readonly changes: ChangesRepository,
    private readonly engine: Engine,
    private readonly log: Log,
  ) {}

  // Before the engine starts, or it would look at the jobs of a rehearsal with a clock that has fallen back.
  async onModuleInit(): Promise<void> {
    await this.restore();
    this.unlisten = await this.database.listen(
      CHANNEL,
      () => void this.follow(),
      () => void this.follow(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.unlisten?.();
  }

  /** Moves the clock ahead and wakes whatever is due by then. */
  async advance(milliseconds: number): Promise<void> {
    const ahead = this.clock.ahead + milliseconds;
    await this.database.transaction(async (tx) => {
      await this.settings.write(tx, SETTING, ahead);
      await this.changes.notify(tx, CHANNEL, String(ahead));
    });
    this.clock.setAhead(ahead);
    await this.engine.reconcile();
  }

  /** Goes along with a move of another process; whatever is due by then is woken by whoever works. */
  private async follow(): Promise<void> {
    try {
      await this.restore();
    } catch (error) {
      // The connection that listens comes back before the others, or goes before them: the next gap or move tries again.
      this.log.warn('the clock could not be read', { error: reasonOf(error) });
    }
    await this.engine.reconcile();
  }

  private async restore(): Promise<void> {
    const ahead = await this.settings.read(SETTING);
    if (typeof ahead === 'number') this.clock.setAhead(ahead);
  }
}

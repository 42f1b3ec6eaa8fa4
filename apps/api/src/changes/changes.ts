import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Subject } from 'rxjs';
import { Database, type Orm, type Unlisten } from '../database/database';
import { ChangesRepository } from './changes.repository';

/** Says that something about a job is different now. */
export interface Change {
  readonly jobId: string;
  readonly tenantId: string;
  /** The people who changed; null when it may be anybody, or when some changes may have been missed. */
  readonly personIds: readonly string[] | null;
}

/** Word of a change as PostgreSQL carries it; a statement that makes the change may send it along. */
export interface Notification {
  readonly channel: string;
  readonly payload: string;
}

/** The notification of a change. */
export function notificationOf(change: Change): Notification {
  // A notification holds at most 8,000 bytes; beyond a hundred people "anybody" is the honest answer.
  const personIds = change.personIds && change.personIds.length <= 100 ? change.personIds : null;
  return { channel: CHANGES_CHANNEL, payload: JSON.stringify({ ...change, personIds }) };
}

/** A change of any job, or a gap: the connection was lost and anything may have changed. */
export type ChangeSignal = Change | 'gap';

/** The channel that carries changes between processes. */
export const CHANGES_CHANNEL = 'ferry_changes';

/**
 * Carries word of changes from whoever makes them to the consoles that watch, over all processes. It rides on the
 * transaction: what is rolled back is never heard of.
 */
@Injectable()
export class Changes implements OnModuleInit, OnApplicationShutdown {
  private readonly subject = new Subject<ChangeSignal>();
  private unlisten: Unlisten | null = null;

  /** Every change from now on. */
  readonly signals = this.subject.asObservable();

  constructor(
    private readonly database: Database,
    private readonly repository: ChangesRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    this.unlisten = await this.database.listen(
      CHANGES_CHANNEL,
      (payload) => this.subject.next(JSON.parse(payload) as Change),
      () => this.subject.next('gap'),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.end();
    await this.unlisten?.();
  }

  /** Ends every stream of changes of this process. */
  end(): void {
    this.subject.complete();
  }

  /** Tells everybody, when the transaction commits. */
  async announce(tx: Orm, change: Change): Promise<void> {
    await this.announceAll(tx, [change]);
  }

  /** Tells everybody of several changes, when the transaction commits. */
  async announceAll(tx: Orm, changes: readonly Change[]): Promise<void> {
    const payloads = changes.map((change) => notificationOf(change).payload);
    await this.repository.notifyAll(tx, CHANGES_CHANNEL, payloads);
  }
}

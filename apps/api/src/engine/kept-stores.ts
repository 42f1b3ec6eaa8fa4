import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { reasonOf } from '../database/database-trouble';
import { Log } from '../logging/log';
import { endpointOf } from './endpoint';
import { EndpointsRepository } from './endpoints.repository';
import type { ClaimedRun } from './slices.repository';
import { closePair, type ConnectedPair } from './stores';

/** Stores of a run between two slices. */
interface Kept {
  readonly pair: ConnectedPair;
  /** Whose slot the connection is counted by: the owner of the slice that used it last. */
  readonly owner: string;
  readonly timer: NodeJS.Timeout;
}

/** The next slice of a run that goes on comes sooner. Less than `SLOT_KEPT_SECONDS`, by the time that a good-bye may take. */
const LONGEST_IDLE_MS = 4_000;
const MOST_KEPT = 100;

/**
 * Stores that stay connected from one slice of a run to the next in the same process, so that a mailbox is signed in to once
 * and not every other second. The slot of the endpoint stays taken for as long (ADR 0034).
 */
@Injectable()
export class KeptStores {
  private readonly kept = new Map<number, Kept>();
  private isClosed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly endpoints: EndpointsRepository,
    private readonly log: Log,
  ) {}

  /** By run, the owners whose slots the kept stores of some runs are counted by. */
  ownersOf(runIds: Iterable<number>): Map<number, string> {
    const owners = new Map<number, string>();
    for (const runId of runIds) {
      const kept = this.kept.get(runId);
      if (kept) owners.set(runId, kept.owner);
    }
    return owners;
  }

  /** Hands the stores of a run to its next slice, which closes them or keeps them again. */
  take(runId: number): ConnectedPair | undefined {
    return this.remove(runId)?.pair;
  }

  /** Keeps the stores of a slice that goes on at once, unless somebody may need its slot. Answers whether it does. */
  async keep(claimed: ClaimedRun, pair: ConnectedPair): Promise<boolean> {
    const { run, job, owner } = claimed;
    if (this.kept.size >= MOST_KEPT) return false;
    const hasFreeSlots = await this.endpoints.hasFreeSlots(endpointOf(job), this.config.endpointConnections);
    if (!hasFreeSlots || this.isClosed) return false;
    const timer = setTimeout(() => void this.drop(run.id, owner), LONGEST_IDLE_MS);
    this.kept.set(run.id, { pair, owner, timer });
    return true;
  }

  /** Closes what is kept of a run, then gives its slot back; with an owner only what its slice has left. Never throws. */
  async drop(runId: number, owner?: string): Promise<void> {
    if (owner !== undefined && this.kept.get(runId)?.owner !== owner) return;
    const kept = this.remove(runId);
    if (!kept) return;
    await closePair(kept.pair);
    try {
      await this.endpoints.giveBack(kept.owner);
    } catch (error) {
      // It is free all the same once the time is over for which it was kept.
      this.log.warn('slot not given back', { runId, slice: kept.owner, error: reasonOf(error) });
    }
  }

  /** Closes everything, and keeps nothing from now on. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.kept.keys()].map((runId) => this.drop(runId)));
  }

  private remove(runId: number): Kept | undefined {
    const kept = this.kept.get(runId);
    clearTimeout(kept?.timer);
    this.kept.delete(runId);
    return kept;
  }
}

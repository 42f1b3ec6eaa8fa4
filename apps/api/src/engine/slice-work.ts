import { ServiceStatus, WaitKind } from '@ferry/contracts';
import { copySlice, type CopyResult, isBeginning, survey } from '@ferry/mover';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { databaseTroubleOf, reasonOf } from '../database/database-trouble';
import { Log } from '../logging/log';
import { Comparison } from './comparison';
import { Departures } from './departures';
import { endpointOf } from './endpoint';
import { ratesInWords, ratesOf } from './endpoint-limits';
import { EndpointPace } from './endpoint-pace';
import { EndpointsRepository } from './endpoints.repository';
import { KeptStores } from './kept-stores';
import { LedgerRepository } from './ledger.repository';
import { RunLedger } from './run-ledger';
import { SkippedItemsLimit } from './skipped-items-limit';
import { goesOnSoon, type SliceOutcome } from './slice-outcome';
import type { ClaimedRun } from './slices.repository';
import { outcomeOf } from './store-trouble';
import { closePair, type StorePair, Stores } from './stores';

/** Items that are listed, copied and recorded together. */
const BATCH_ITEMS = 100;
/** Bytes of content that one run holds in memory: four batches share it, so that few pages of mail are cut for their size. */
const BATCH_BYTES = 20 * 1024 * 1024;
/** A slice ends after this long, so that a crash costs little and everybody gets a turn. */
const SLICE_MS = 2_000;

/**
 * Does one slice of a claimed run: copies or compares. Trouble with a store is an outcome; only trouble with the database
 * of the service is thrown, because no outcome could be saved.
 */
@Injectable()
export class SliceWork {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly stores: Stores,
    private readonly kept: KeptStores,
    private readonly ledger: LedgerRepository,
    private readonly skippedItems: SkippedItemsLimit,
    private readonly departures: Departures,
    private readonly comparison: Comparison,
    private readonly endpoints: EndpointsRepository,
    private readonly clock: ServiceClock,
    private readonly log: Log,
  ) {}

  async do(claimed: ClaimedRun, signal: AbortSignal, stopping: () => boolean): Promise<SliceOutcome> {
    const kept = this.kept.take(claimed.run.id);
    let pair: StorePair | undefined;
    let staysOpen = false;
    try {
      pair = await this.stores.open(claimed.job, claimed.run, kept);
      const outcome = await this.inPhase(claimed, pair, signal, stopping);
      if (!goesOnSoon(outcome) || !pair.connected || stopping()) return outcome;
      staysOpen = await this.kept.keep(claimed, pair.connected);
      return { ...outcome, keepsSlot: staysOpen };
    } catch (error) {
      if (signal.aborted) return { kind: 'lost' };
      // No trouble of a store: it must not count as one, or an outage of ours would use up the retries of a run.
      if (databaseTroubleOf(error)) throw error;
      const { run, job, owner } = claimed;
      const outcome = outcomeOf(error, run, this.clock.now());
      this.log.warn('slice interrupted', {
        jobId: job.id,
        runId: run.id,
        service: run.service,
        slice: owner,
        outcome: outcome.kind,
        error: error instanceof Error ? error.name : 'unknown',
        reason: reasonOf(error),
      });
      return outcome;
    } finally {
      const left = pair ?? kept;
      if (left && !staysOpen) await closePair(left);
    }
  }

  private async inPhase(
    claimed: ClaimedRun,
    pair: StorePair,
    signal: AbortSignal,
    stopping: () => boolean,
  ): Promise<SliceOutcome> {
    const ledger = new RunLedger(this.ledger, claimed, this.clock);
    switch (claimed.run.phase) {
      case 'copy': {
        const end = performance.now() + SLICE_MS;
        const remainingMs = (): number => (stopping() ? 0 : Math.max(end - performance.now(), 0));
        const isOver = (): boolean => remainingMs() === 0;
        const copied = await this.copy(claimed, ledger, pair, signal, remainingMs);
        if (copied.kind !== 'finished') return copied;
        const skipped = ledger.count('skipped');
        if (this.skippedItems.isExceeded(claimed.job, claimed.run, skipped)) return { kind: 'held', skipped };
        if (claimed.run.status === ServiceStatus.Syncing) return { kind: 'synced', checkpoint: copied.next };
        await this.departures.follow(claimed, pair, signal);
        if (isOver()) return { kind: 'goesOn', phase: 'verify', checkpoint: null, failures: claimed.run.failures };
        return this.comparison.conclude(claimed, ledger, pair, signal);
      }
      case 'verify':
        return this.comparison.conclude(claimed, ledger, pair, signal);
      case 'recheck':
        return this.comparison.again(claimed, ledger, pair, signal);
    }
  }

  private async copy(
    claimed: ClaimedRun,
    ledger: RunLedger,
    pair: StorePair,
    signal: AbortSignal,
    remainingMs: () => number,
  ): Promise<SliceOutcome | Extract<CopyResult, { kind: 'finished' }>> {
    const { run } = claimed;
    const rates = ratesOf(claimed.pace, this.config);
    const limits = rates && { rates, remainingMs, signal };
    // Where no limit is set, nothing is asked.
    const pace = limits && new EndpointPace(this.endpoints, endpointOf(claimed.job), this.clock, limits);
    if (isBeginning(run.checkpoint)) ledger.expect(await survey(pair, signal));
    const result = await copySlice({
      ...pair,
      ledger,
      checkpoint: run.checkpoint,
      // A batch holds at most what a second allows, but for a single item that is larger.
      batchSize: Math.min(BATCH_ITEMS, rates?.itemsPerSecond || BATCH_ITEMS),
      maxBatchBytes: Math.min(BATCH_BYTES, rates?.bytesPerSecond || BATCH_BYTES),
      followsChanges: true,
      shouldPause: () => remainingMs() === 0,
      ...(pace ? { pace: (items, bytes) => pace.take(items, bytes) } : {}),
      signal,
    });
    if (result.kind === 'finished') return result;
    if (rates && pace?.roomAt) {
      const message = `The endpoint takes ${ratesInWords(rates)} a second, and others are at it.`;
      const failures = pace.moved ? 0 : run.failures;
      return { kind: 'waits', until: pace.roomAt, waitReason: WaitKind.Pace, message, failures };
    }
    return { kind: 'goesOn', phase: 'copy', checkpoint: result.checkpoint, failures: 0 };
  }
}

import { ServiceStatus, Workload } from '@ferry/contracts';
import { catalogueError, teamsQuality } from '@ferry/domain';
import { copySlice, survey, verify, type Verification } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Log } from '../logging/log';
import { RunLedger } from './run-ledger';
import { type EngineError, failedWith, type SliceOutcome } from './slice-outcome';
import { type ClaimedRun, SlicesRepository } from './slices.repository';
import { outcomeOf } from './store-trouble';
import { type StorePair, Stores } from './stores';

/** Items that are listed, copied and recorded together. */
const BATCH_ITEMS = 100;
/** Bytes of content that one run holds in memory. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** A slice ends after this long, so that a crash costs little and everybody gets a turn. */
const SLICE_MS = 2_000;
/** How often a pass is made again because the target does not hold what it confirmed. */
const MOST_REPAIRS = 3;
/** Items per page when source and target are compared. */
const VERIFY_PAGE = 500;

/** Does one slice of a claimed run: copies or compares. Never throws for trouble with a store; that is an outcome. */
@Injectable()
export class SliceWork {
  constructor(
    private readonly stores: Stores,
    private readonly slices: SlicesRepository,
    private readonly clock: ServiceClock,
    private readonly log: Log,
  ) {}

  async do(claimed: ClaimedRun, signal: AbortSignal, stopping: () => boolean): Promise<SliceOutcome> {
    let pair: StorePair | undefined;
    try {
      pair = await this.stores.open(claimed.job, claimed.run);
      return await this.inPhase(claimed, pair, signal, stopping);
    } catch (error) {
      if (signal.aborted) return { kind: 'lost' };
      const { run, job, owner } = claimed;
      const outcome = outcomeOf(error, run, this.clock.now());
      this.log.warn('slice interrupted', {
        jobId: job.id,
        runId: run.id,
        service: run.service,
        slice: owner,
        outcome: outcome.kind,
        error: error instanceof Error ? error.name : 'unknown',
        reason: error instanceof Error ? error.message : String(error),
      });
      return outcome;
    } finally {
      await Promise.all([pair?.source.close(), pair?.target.close()]);
    }
  }

  private async inPhase(
    claimed: ClaimedRun,
    pair: StorePair,
    signal: AbortSignal,
    stopping: () => boolean,
  ): Promise<SliceOutcome> {
    switch (claimed.run.phase) {
      case 'copy': {
        const end = performance.now() + SLICE_MS;
        const isOver = (): boolean => stopping() || performance.now() >= end;
        const copied = await this.copy(claimed, pair, signal, isOver);
        if (copied !== 'finished') return copied;
        if (claimed.run.status === ServiceStatus.Syncing) return { kind: 'synced' };
        if (isOver()) return { kind: 'goesOn', phase: 'verify', checkpoint: null, failures: claimed.run.failures };
        return this.compare(claimed, pair, signal);
      }
      case 'verify':
        return this.compare(claimed, pair, signal);
    }
  }

  private async copy(
    claimed: ClaimedRun,
    pair: StorePair,
    signal: AbortSignal,
    isOver: () => boolean,
  ): Promise<SliceOutcome | 'finished'> {
    const { run } = claimed;
    if (!run.checkpoint) await this.slices.setExpected(claimed, await survey(pair.source, signal));
    const result = await copySlice({
      ...pair,
      ledger: new RunLedger(this.slices, claimed, this.clock),
      checkpoint: run.checkpoint,
      batchSize: BATCH_ITEMS,
      maxBatchBytes: BATCH_BYTES,
      shouldPause: isOver,
      signal,
    });
    if (result.kind === 'finished') return 'finished';
    return { kind: 'goesOn', phase: 'copy', checkpoint: result.checkpoint, failures: 0 };
  }

  private async compare(claimed: ClaimedRun, pair: StorePair, signal: AbortSignal): Promise<SliceOutcome> {
    const { run } = claimed;
    const accepted = await this.slices.acceptedKeys(run.id);
    const verification = await verify({ ...pair, accepted, pageSize: VERIFY_PAGE, signal });
    if (verification.missingCount > 0) return this.repair(claimed, verification);
    if (verification.sizeMismatchCount > 0) {
      const { sizeMismatchCount, atSource } = verification;
      return failedWith([catalogueError('ItemsDiffer', [String(sizeMismatchCount), String(atSource)])]);
    }
    return run.service === Workload.Teams ? this.judgeChats(claimed) : this.judgeItems(claimed);
  }

  /** Copies once more what the target lost, a few times; then it is a failure that says how much is missing. */
  private async repair(claimed: ClaimedRun, { missing, missingCount, atSource }: Verification): Promise<SliceOutcome> {
    const { run } = claimed;
    if (run.failures >= MOST_REPAIRS) {
      return failedWith([catalogueError('ItemsMissing', [String(missingCount), String(atSource)])]);
    }
    await this.slices.forget(claimed, missing);
    return { kind: 'goesOn', phase: 'copy', checkpoint: null, failures: run.failures + 1 };
  }

  /** A workload with items that could not be written has failed; skipped ones are told and let pass. */
  private async judgeItems({ run }: ClaimedRun): Promise<SliceOutcome> {
    const reasons = await this.slices.reasons(run.id);
    const message = reasons.map(({ items, state, message }) => `${items} ${state}: ${message}`).join(' ');
    const failed = reasons.filter((reason) => reason.state === 'failed');
    if (failed.length === 0) return { kind: 'completed', message, errors: [] };
    return { kind: 'failed', message, errors: failed.map(({ code, message }) => ({ code, message })) };
  }

  /** Chats are judged by the published quality rule (contract page 3.8). */
  private async judgeChats({ run, job, owner }: ClaimedRun): Promise<SliceOutcome> {
    const chats = await this.slices.byContainer(run.id);
    const lost = chats.reduce((sum, chat) => sum + chat.failed, 0);
    const arrived = chats.reduce((sum, chat) => sum + chat.arrived, 0);
    const { passed, message } = teamsQuality({
      personId: run.personId,
      messages: { attempted: arrived + lost, imported: arrived },
      threads: {
        attempted: chats.length,
        imported: chats.filter((chat) => chat.arrived > 0 || chat.failed === 0).length,
      },
      requestId: owner,
      jobId: job.id,
    });
    if (!passed) return failedWith([catalogueError('CTTM-001', [run.personId, owner])], message);
    const errors: EngineError[] = lost > 0 ? [catalogueError('CTTM-017', [run.personId, String(lost), owner])] : [];
    return { kind: 'completed', message, errors };
  }
}

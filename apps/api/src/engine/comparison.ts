import { Workload } from '@ferry/contracts';
import { catalogueError, teamsQuality } from '@ferry/domain';
import { type Verification, verify } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { LedgerRepository } from './ledger.repository';
import type { RunLedger } from './run-ledger';
import type { RunVerification } from './run-verification';
import { type EngineError, failedWith, type SliceOutcome } from './slice-outcome';
import type { ClaimedRun } from './slices.repository';
import type { StorePair } from './stores';

/** How often a pass is made again because the target does not hold what it confirmed. */
const MOST_REPAIRS = 3;
/** Items per page when source and target are compared. */
const PAGE = 500;
/** Of so many items of each folder the content is read on both sides. */
const SAMPLE = 2;

/** Compares source and target of a claimed run, and says what follows from it. */
@Injectable()
export class Comparison {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** The last step of a migration: what is missing is copied again, and what is there is judged. */
  async conclude(claimed: ClaimedRun, ledger: RunLedger, pair: StorePair, signal: AbortSignal): Promise<SliceOutcome> {
    const [found, verification] = await this.compare(claimed, leavesOut(ledger), pair, signal);
    return { ...(await this.judge(claimed, ledger, found)), verification };
  }

  /** A comparison of a run that has ended: the result replaces the one before, and nothing else follows. */
  async again(claimed: ClaimedRun, ledger: RunLedger, pair: StorePair, signal: AbortSignal): Promise<SliceOutcome> {
    const [, verification] = await this.compare(claimed, leavesOut(ledger), pair, signal);
    return { kind: 'compared', verification };
  }

  private async compare(
    { run }: ClaimedRun,
    leftOut: boolean,
    pair: StorePair,
    signal: AbortSignal,
  ): Promise<[Verification, RunVerification]> {
    const startedAt = this.clock.now();
    const accepted = leftOut ? await this.ledger.acceptedKeys(run.id) : new Set<string>();
    const found = await verify({ ...pair, accepted, pageSize: PAGE, samplePerContainer: SAMPLE, signal });
    return [found, { startedAt, madeAt: this.clock.now(), folders: found.containers }];
  }

  private async judge(
    claimed: ClaimedRun,
    ledger: RunLedger,
    found: Verification,
  ): Promise<Extract<SliceOutcome, { kind: 'goesOn' | 'completed' | 'failed' }>> {
    if (found.missingCount > 0) return this.repair(claimed, found);
    if (found.sizeMismatchCount > 0) {
      const { sizeMismatchCount, atSource } = found;
      return failedWith([catalogueError('ItemsDiffer', [String(sizeMismatchCount), String(atSource)])]);
    }
    if (claimed.run.service === Workload.Teams) return this.judgeChats(claimed, ledger);
    return leavesOut(ledger) ? this.judgeItems(claimed) : { kind: 'completed', message: '', errors: [] };
  }

  /** Copies once more what the target lost, a few times; then it is a failure that says how much is missing. */
  private async repair(claimed: ClaimedRun, { missing, missingCount, atSource }: Verification) {
    const { run } = claimed;
    if (run.failures >= MOST_REPAIRS) {
      return failedWith([catalogueError('ItemsMissing', [String(missingCount), String(atSource)])]);
    }
    await this.ledger.markMissing(claimed, missing);
    return { kind: 'goesOn', phase: 'copy', checkpoint: null, failures: run.failures + 1 } as const;
  }

  /** A workload with items that could not be written has failed; skipped ones are told and let pass. */
  private async judgeItems({ run }: ClaimedRun) {
    const reasons = await this.ledger.reasons(run.id);
    const message = reasons.map(({ items, state, message }) => `${items} ${state}: ${message}`).join(' ');
    const failed = reasons.filter((reason) => reason.state === 'failed');
    if (failed.length === 0) return { kind: 'completed', message, errors: [] } as const;
    return { kind: 'failed', message, errors: failed.map(({ code, message }) => ({ code, message })) } as const;
  }

  /** Chats are judged by the published quality rule (contract page 3.8). */
  private async judgeChats({ run, job, owner }: ClaimedRun, ledger: RunLedger) {
    const chats = ledger.isEmpty ? [] : await this.ledger.byContainer(run.id);
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
    return { kind: 'completed', message, errors } as const;
  }
}

function leavesOut(ledger: RunLedger): boolean {
  return ledger.count('skipped', 'failed') > 0;
}

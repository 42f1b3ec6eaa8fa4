import { keysOf, type PreparedBatch, writeBatch } from './copy-batch';
import type { CopyInput, CopyResult } from './copy-slice';
import type { Checkpoint, LedgerEntry } from './ledger';

/** A batch that the target is taking. */
interface Write {
  readonly prepared: PreparedBatch;
  /** What the target has answered so far. */
  readonly entries: LedgerEntry[];
  /** Null when all of it was written, otherwise what ended it. Never rejects. */
  readonly end: Promise<{ readonly reason: unknown } | null>;
  /** The checkpoint behind it. */
  readonly behind: Checkpoint;
}

/** Batches that are being written, oldest first. Each is recorded in its turn, so a checkpoint never passes one that is open. */
export class WriteQueue {
  /** As far as everything is settled. */
  position: Checkpoint;
  private recorded: Checkpoint;
  private readonly open: Write[] = [];

  /** `most`: batches that are written at once; `underWay`: keys that are forgotten once they are recorded. */
  constructor(
    private readonly input: Pick<CopyInput, 'target' | 'ledger' | 'signal'>,
    from: Checkpoint,
    private readonly most: number,
    private readonly underWay: Set<string>,
  ) {
    this.position = from;
    this.recorded = from;
  }

  /** Begins to write a batch, and waits until another one may follow it. Throws what ended the oldest. */
  async add(prepared: PreparedBatch, behind: Checkpoint): Promise<void> {
    const { target, signal } = this.input;
    const entries: LedgerEntry[] = [];
    const end = writeBatch(prepared, target, entries, signal).then(
      () => null,
      (reason: unknown) => ({ reason }),
    );
    this.open.push({ prepared, entries, end, behind });
    while (this.open.length >= this.most) await this.settleOldest();
  }

  /** Waits for all that are open, and records them. Throws what ended one of them. */
  async settleAll(): Promise<void> {
    while (this.open.length > 0) await this.settleOldest();
  }

  /** Everything up to a checkpoint was settled before. */
  async passOver(behind: Checkpoint): Promise<void> {
    await this.settleAll();
    this.position = behind;
  }

  /** Ends a slice here, and records the position if only settled items lie between it and what is recorded. */
  async pause(): Promise<CopyResult> {
    await this.settleAll();
    if (this.recorded !== this.position) await this.input.ledger.record([], this.position);
    return { kind: 'paused', checkpoint: this.position };
  }

  private async settleOldest(): Promise<void> {
    const [oldest] = this.open;
    if (!oldest) return;
    const failure = await oldest.end;
    if (failure) await this.breakOff(failure.reason);
    this.open.shift();
    try {
      await this.input.ledger.record(oldest.entries, oldest.behind);
    } catch (error) {
      // Nothing goes on behind the caller, and nothing can be recorded any more.
      await this.allEnded();
      throw error;
    }
    this.position = oldest.behind;
    this.recorded = oldest.behind;
    for (const key of keysOf(oldest.prepared)) this.underWay.delete(key);
  }

  /** Records what was written of all that are open, before the checkpoint moves on. */
  private async breakOff(reason: unknown): Promise<never> {
    const entries = (await this.allEnded()).flatMap((write) => write.entries);
    if (entries.length > 0) await this.input.ledger.record(entries, this.position);
    throw reason;
  }

  private async allEnded(): Promise<readonly Write[]> {
    const writes = this.open.splice(0);
    await Promise.all(writes.map(({ end }) => end));
    return writes;
  }
}

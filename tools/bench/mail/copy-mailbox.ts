import { type Checkpoint, copySlice, type CopyResult, survey } from '@ferry/mover';
import { type ImapConnection, ImapStore, MailboxStates } from './imap-store';
import { CompactLedger } from './compact-ledger';

/** Which mailbox is copied into which. */
export interface CopyMailboxes {
  readonly source: ImapConnection;
  readonly target: ImapConnection;
}

/** As the engine: `apps/api/src/engine/slice-work.ts`. */
const BATCH_ITEMS = 100;
const BATCH_BYTES = 20 * 1024 * 1024;
const SLICE_MS = 2_000;

/**
 * Copies a mailbox in slices, by stores that stay connected from one to the next. The seconds from the first connection until
 * all is there; throws when a message was left out.
 */
export async function copyMailbox(mailboxes: CopyMailboxes): Promise<number> {
  const states = new MailboxStates();
  const ledger = new CompactLedger();
  const started = performance.now();
  const source = new ImapStore({ connection: mailboxes.source, access: 'read', states });
  const target = new ImapStore({ connection: mailboxes.target, access: 'write', states, folders: { like: source } });
  try {
    let checkpoint: Checkpoint | null = null;
    for (;;) {
      const result: CopyResult = await slice(source, target, ledger, checkpoint);
      if (result.kind === 'finished') break;
      checkpoint = result.checkpoint;
    }
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
  const seconds = (performance.now() - started) / 1000;
  if (ledger.leftOut > 0) throw new Error(`${ledger.leftOut} messages were not copied.`);
  return seconds;
}

async function slice(
  source: ImapStore,
  target: ImapStore,
  ledger: CompactLedger,
  checkpoint: Checkpoint | null,
): Promise<CopyResult> {
  const { signal } = new AbortController();
  const end = performance.now() + SLICE_MS;
  if (checkpoint) {
    source.resume();
    target.resume();
  } else await survey({ source, target }, signal);
  return copySlice({
    source,
    target,
    ledger,
    checkpoint,
    batchSize: BATCH_ITEMS,
    maxBatchBytes: BATCH_BYTES,
    followsChanges: true,
    shouldPause: () => performance.now() >= end,
    signal,
  });
}

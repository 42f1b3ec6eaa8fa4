import type { CodeRaisedBy, FilledError } from '@ferry/domain';
import type { Checkpoint } from '@ferry/mover';
import type { RunError, RunPhase } from '../jobs/job.record';

/** How a slice ended. */
export type SliceOutcome =
  /** More to do: at once, from the checkpoint on. */
  | {
      readonly kind: 'goesOn';
      readonly phase: RunPhase;
      readonly checkpoint: Checkpoint | null;
      readonly failures: number;
    }
  /** The first pass over a mailbox is through. */
  | { readonly kind: 'synced' }
  /** Everything is at the target and was compared. */
  | { readonly kind: 'completed'; readonly message: string; readonly errors: readonly RunError[] }
  /** It will not work in this attempt. */
  | { readonly kind: 'failed'; readonly message: string; readonly errors: readonly RunError[] }
  /** A store asked to wait, or the connection broke; `reason` is shown while it waits. */
  | { readonly kind: 'waits'; readonly until: Date; readonly reason: string; readonly failures: number }
  /** Somebody else has the run, or it was cancelled: nothing is to be saved. */
  | { readonly kind: 'lost' };

/** An error that the engine raises, as the catalogue says of it. */
export type EngineError = FilledError<CodeRaisedBy<'engine'>>;

/** A failure of the catalogue, as an outcome. */
export function failedWith(errors: readonly EngineError[], message = ''): SliceOutcome {
  return { kind: 'failed', message, errors };
}

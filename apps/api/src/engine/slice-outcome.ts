import { WaitKind } from '@ferry/contracts';
import type { CodeRaisedBy, FilledError } from '@ferry/domain';
import type { Checkpoint } from '@ferry/mover';
import type { RunError, RunPhase } from '../jobs/job.record';
import type { EndpointTrouble } from './endpoint-troubles';
import type { RunVerification } from './run-verification';

/** How a slice ended. `keepsSlot` says that its stores, and the slot that they are counted by, are kept for the next one. */
export type SliceOutcome =
  /** More to do: at once, from the checkpoint on. */
  | {
      readonly kind: 'goesOn';
      readonly phase: RunPhase;
      readonly checkpoint: Checkpoint | null;
      readonly failures: number;
      readonly verification?: RunVerification;
      readonly keepsSlot?: boolean;
    }
  /** The first pass over a mailbox is through. */
  | {
      readonly kind: 'synced';
      /** Where the last pass begins; absent where it has to look at everything. */
      readonly checkpoint?: Checkpoint;
    }
  /** The pass is through, and more items were skipped than the job allows: a person has to decide. */
  | { readonly kind: 'held'; readonly skipped: number }
  /** Everything is at the target and was compared. */
  | {
      readonly kind: 'completed';
      readonly message: string;
      readonly errors: readonly RunError[];
      readonly verification?: RunVerification;
    }
  /** A run that had ended before was compared once more. */
  | { readonly kind: 'compared'; readonly verification: RunVerification }
  /** It will not work in this attempt. */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly errors: readonly RunError[];
      readonly trouble?: EndpointTrouble;
      readonly verification?: RunVerification;
    }
  /** A store asked to wait, the connection broke, or there is no room for items; `message` is shown while it waits. */
  | {
      readonly kind: 'waits';
      readonly until: Date;
      readonly waitReason: WaitKind;
      readonly message: string;
      readonly failures: number;
      readonly trouble?: EndpointTrouble;
      readonly keepsSlot?: boolean;
    }
  /** Somebody else has the run, or it was cancelled: nothing is to be saved. */
  | { readonly kind: 'lost' };

/** An error that the engine raises, as the catalogue says of it. */
export type EngineError = FilledError<CodeRaisedBy<'engine'>>;

/** A failure of the catalogue, as an outcome. */
export function failedWith(errors: readonly EngineError[], message = ''): Extract<SliceOutcome, { kind: 'failed' }> {
  return { kind: 'failed', message, errors };
}

/** What a slice met that concerns everybody at its endpoint; null when there was nothing. */
export function troubleOf(outcome: SliceOutcome): EndpointTrouble | null {
  return outcome.kind === 'waits' || outcome.kind === 'failed' ? (outcome.trouble ?? null) : null;
}

/** Whether the run goes on at once, or as soon as the pace of its endpoint leaves room. */
export function goesOnSoon(outcome: SliceOutcome): outcome is Extract<SliceOutcome, { kind: 'goesOn' | 'waits' }> {
  return outcome.kind === 'goesOn' || (outcome.kind === 'waits' && outcome.waitReason === WaitKind.Pace);
}

/** Whether the slice reached its endpoint and did its work there. */
export function isSuccess(outcome: SliceOutcome): boolean {
  switch (outcome.kind) {
    case 'goesOn':
    case 'synced':
    case 'held':
    case 'completed':
    case 'compared':
      return true;
    case 'waits':
    case 'failed':
    case 'lost':
      return false;
  }
}

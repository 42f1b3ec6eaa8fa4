import { ServiceStatus } from '@ferry/contracts';
import type { RunRecord } from '../jobs/job.record';

/** The statuses in which content moves; outside of them nobody may write for a run. */
export const MOVING: readonly ServiceStatus[] = [
  ServiceStatus.Syncing,
  ServiceStatus.Finalizing,
  ServiceStatus.InProgress,
];

/** Whether a run has a slice before it: content moves, or it has ended and is compared once more. */
export function isToMove({ status, phase }: Pick<RunRecord, 'status' | 'phase'>): boolean {
  return phase === 'recheck' || (phase !== null && MOVING.includes(status));
}

/** By how much the clocks of processes may differ before what another one wrote is taken for written in the future. */
const CLOCKS_DIFFER_MS = 60_000;

/** From when on a time is taken for written in the future, by a clock that has been set back since. */
export function futureOf(now: Date): Date {
  return new Date(now.getTime() + CLOCKS_DIFFER_MS);
}

/**
 * Until when a run waits; null when it need not wait any more. One that was written in the future need not either: the
 * clock has been set back since, and nobody knows how much of the wait is left.
 */
export function waitOf({ waitsUntil, updatedAt }: Pick<RunRecord, 'waitsUntil' | 'updatedAt'>, now: Date): Date | null {
  if (waitsUntil === null || waitsUntil <= now || updatedAt > futureOf(now)) return null;
  return waitsUntil;
}

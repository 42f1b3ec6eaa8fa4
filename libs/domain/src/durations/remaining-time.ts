import type { RemainingTime } from '@ferry/contracts';
import { percentile } from './percentile';

/** A workload that was completed, as evidence of how quick such workloads are. */
export interface SeenRun {
  readonly items: number;
  /** How long its slices worked on them, in milliseconds; time in queues is not in it. */
  readonly workedMs: number;
}

/** Items a second of one workload that is worked on: what half of those seen have reached, and nine of ten. */
export interface Pace {
  readonly likely: number;
  readonly least: number;
}

/** With fewer than these nobody can speak of what is usual. */
const FEWEST_SEEN = 5;

/** The pace of those that were seen; null when there are too few. */
export function paceOf(seen: readonly SeenRun[]): Pace | null {
  const rates = seen
    .filter(({ items, workedMs }) => items > 0 && workedMs > 0)
    .map(({ items, workedMs }) => (items * 1_000) / workedMs)
    .sort((one, other) => one - other);
  return rates.length < FEWEST_SEEN ? null : { likely: percentile(rates, 0.5), least: percentile(rates, 0.1) };
}

/** A workload that moves now, as far as it says how long it takes. */
export interface MovingRun {
  /** Items that are announced and not settled; null while the source has not been counted. */
  readonly left: number | null;
  /** Whether somebody works on it at this moment. */
  readonly worked: boolean;
}

/** How many workloads move for each one that is worked on: they take turns, so each takes that many times as long. */
export function crowdOf(runs: readonly MovingRun[]): number {
  return runs.length / Math.max(runs.filter(({ worked }) => worked).length, 1);
}

/** How much longer one workload takes among others; null when nothing is left, or nobody can say. */
export function remainingOfRun(left: number | null, pace: Pace | null, crowd: number): RemainingTime | null {
  if (left === null || left <= 0 || pace === null) return null;
  const seconds = (rate: number): number => Math.ceil((left / rate) * Math.max(crowd, 1));
  return { likelySeconds: seconds(pace.likely), mostSeconds: seconds(pace.least) };
}

/**
 * How much longer all of them take, with as many at work as now: what is left of all of them together, but no less than
 * the longest takes alone. Null when nothing is left, when a source has not been counted, or nobody can say.
 */
export function remainingOfAll(runs: readonly MovingRun[], pace: Pace | null): RemainingTime | null {
  const left = runs.map((run) => run.left);
  if (left.includes(null)) return null;
  const all = left.reduce<number>((sum, items) => sum + (items ?? 0), 0);
  const lanes = Math.max(runs.filter(({ worked }) => worked).length, 1);
  const most = left.reduce<number>((longest, items) => Math.max(longest, items ?? 0), 0);
  return remainingOfRun(Math.max(all / lanes, most), pace, 1);
}

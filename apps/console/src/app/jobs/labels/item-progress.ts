import {
  type ItemCounts,
  type JobProgress,
  type PersonProgress,
  type ServiceProgress,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';

/** Items that have an outcome: copied, already there, skipped or failed. */
export function settledItems(counts: ItemCounts): number {
  return counts.copied + counts.alreadyThere + counts.skipped + counts.failed;
}

/** The denominator: what the source announced, or what was found where that is more. */
export function expectedItems(counts: ItemCounts): number {
  return Math.max(counts.expected, counts.found);
}

/** The share that is settled, 0 to 1; null where nothing is expected. */
export function settledRatio(settled: number, expected: number): number | null {
  return expected === 0 ? null : Math.min(settled / expected, 1);
}

/** Nothing more happens in these, unless somebody retries. */
const SETTLED: ReadonlySet<ServiceStatus> = new Set([
  ServiceStatus.Completed,
  ServiceStatus.Failed,
  ServiceStatus.Cancelled,
]);

/**
 * How far people are with some of their workloads, 0 to 1, each person counting alike: the items of those whose source
 * has not been counted yet would be missing from a sum.
 */
export function settledShare(people: readonly PersonProgress[], workloads: readonly Workload[]): number {
  const services = people
    .filter(({ removed }) => !removed)
    .flatMap(({ services }) => services.filter(({ service }) => workloads.includes(service)));
  const shares = services.map((service) => shareOf(service));
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function shareOf(progress: ServiceProgress): number {
  const mailIsSynced = progress.status === ServiceStatus.Synced && progress.service === Workload.Exchange;
  if (SETTLED.has(progress.status) || mailIsSynced) return 1;
  return settledRatio(settledItems(progress), expectedItems(progress)) ?? 0;
}

/** Items and bytes over all workloads of a job. */
export function jobItems(progress: JobProgress): { settled: number; expected: number; bytes: number } {
  const sum = (value: (counts: ItemCounts) => number) =>
    progress.totals.reduce((total, counts) => total + value(counts), 0);
  return { settled: sum(settledItems), expected: sum(expectedItems), bytes: sum(({ bytes }) => bytes) };
}

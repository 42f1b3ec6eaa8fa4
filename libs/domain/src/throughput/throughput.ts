import { type ThroughputPoint, type Workload, WORKLOADS, type WorkloadThroughput } from '@ferry/contracts';

/** What a workload of a job had moved by a moment, over all people: counters that only grow. */
export interface ThroughputSample {
  readonly service: Workload;
  /** When the last of it moved; null for what had moved before samples were taken. */
  readonly at: Date | null;
  readonly items: number;
  readonly bytes: number;
}

/** From when until when a job is looked at. */
export interface ThroughputSpan {
  readonly from: Date;
  readonly to: Date;
}

/** So many spans can be told apart in a chart; one more comes from spans that begin at full minutes, hours and days. */
export const MOST_THROUGHPUT_POINTS = 120;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Lengths that people know from clocks and calendars, in milliseconds. */
const INTERVALS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];

/** The shortest length of the spans of a chart, in milliseconds, by which it has no more of them than can be told apart. */
export function throughputInterval({ from, to }: ThroughputSpan): number {
  const least = (to.getTime() - from.getTime()) / MOST_THROUGHPUT_POINTS;
  return INTERVALS.find((interval) => interval >= least) ?? Math.ceil(least / DAY) * DAY;
}

/**
 * What moved in each span of a length, without a hole: the difference of counters belongs to the span of the later one. Spans
 * begin at multiples of their length since 1970 in UTC, so they stay where they are while the job goes on; only the first
 * and the last one are cut to the times that are asked about.
 *
 * A sample outside of them counts in the nearest span, and one that is smaller than an earlier one counts nothing.
 */
export function throughputPoints(
  samples: readonly ThroughputSample[],
  span: ThroughputSpan,
  interval: number,
): ThroughputPoint[] {
  const first = Math.floor(span.from.getTime() / interval);
  const last = Math.max(first, Math.ceil(span.to.getTime() / interval) - 1);
  const moved = Array.from({ length: last - first + 1 }, () => new Map<Workload, WorkloadThroughput>());
  for (const [service, ofService] of Map.groupBy(samples, (sample) => sample.service)) {
    let [items, bytes] = [0, 0];
    for (const sample of ofService.toSorted(byTime)) {
      const at = sample.at === null ? null : Math.floor(sample.at.getTime() / interval);
      const here = at === null ? undefined : moved[Math.min(Math.max(at, first), last) - first];
      const before = here?.get(service) ?? { service, items: 0, bytes: 0 };
      here?.set(service, {
        service,
        items: before.items + Math.max(0, sample.items - items),
        bytes: before.bytes + Math.max(0, sample.bytes - bytes),
      });
      [items, bytes] = [Math.max(items, sample.items), Math.max(bytes, sample.bytes)];
    }
  }
  return moved.map((services, index) => ({
    startDateTime: new Date(Math.max((first + index) * interval, span.from.getTime())),
    endDateTime: new Date(index === last - first ? span.to.getTime() : (first + index + 1) * interval),
    workloads: WORKLOADS.flatMap((service) => services.get(service) ?? []).filter(
      ({ items, bytes }) => items + bytes > 0,
    ),
  }));
}

function byTime(one: ThroughputSample, other: ThroughputSample): number {
  return (one.at?.getTime() ?? -Infinity) - (other.at?.getTime() ?? -Infinity) || one.items - other.items;
}

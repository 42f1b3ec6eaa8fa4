import type { JobThroughput, ThroughputPoint, Workload, WorkloadThroughput } from '@ferry/contracts';
import { formatBytes, formatQuantity, formatRate } from '../../../format/numbers';
import { WORKLOAD_COLUMNS } from '../../labels/workload-faces';

/** What is counted. */
export type ThroughputUnit = 'items' | 'bytes';

/** A workload in a span of time: how much a second, on average. */
export interface WorkloadRate {
  readonly service: Workload;
  readonly rate: number;
}

/** A span of time, with the workloads that moved in it in the order of the columns. */
export interface RateBar {
  readonly from: Date;
  readonly to: Date;
  readonly rates: readonly WorkloadRate[];
  readonly total: number;
}

/** A job's throughput in one unit. */
export interface RateFigures {
  readonly bars: readonly RateBar[];
  /** The workloads that have moved anything, in the order of the columns. */
  readonly services: readonly Workload[];
  readonly peak: number;
  /** A round figure that is not less than the peak: where the scale ends. */
  readonly top: number;
  /** Over the spans in which something moved. */
  readonly average: number;
  readonly moved: number;
}

/** The figures of a throughput in a unit. */
export function rateFigures({ points }: JobThroughput, unit: ThroughputUnit): RateFigures {
  const bars = points.map((point) => rateBar(point, unit));
  const services = WORKLOAD_COLUMNS.filter((service) =>
    bars.some(({ rates }) => rates.some((rate) => rate.service === service)),
  );
  const moving = bars.filter(({ total }) => total > 0);
  const moved = moving.reduce((sum, bar) => sum + bar.total * secondsOf(bar), 0);
  const seconds = moving.reduce((sum, bar) => sum + secondsOf(bar), 0);
  const peak = Math.max(0, ...bars.map(({ total }) => total));
  return { bars, services, peak, top: roundUp(peak), average: seconds === 0 ? 0 : moved / seconds, moved };
}

/** The rate of a workload in a bar; 0 when it did not move. */
export function rateOf(bar: RateBar, service: Workload): number {
  return bar.rates.find((rate) => rate.service === service)?.rate ?? 0;
}

/** "12.3/s", "4.2 MB/s". */
export function rateText(rate: number, unit: ThroughputUnit): string {
  return unit === 'items' ? formatRate(rate) : `${formatBytes(rate)}/s`;
}

/** "48,212 items", "12.4 GB". */
export function amountText(amount: number, unit: ThroughputUnit): string {
  return unit === 'items' ? formatQuantity(Math.round(amount), 'item', 'items') : formatBytes(amount);
}

function rateBar({ startDateTime, endDateTime, workloads }: ThroughputPoint, unit: ThroughputUnit): RateBar {
  const bar = { from: startDateTime, to: endDateTime };
  const byService = new Map<Workload, WorkloadThroughput>(workloads.map((moved) => [moved.service, moved]));
  const rates = WORKLOAD_COLUMNS.flatMap((service) => {
    const amount = byService.get(service)?.[unit] ?? 0;
    return amount === 0 ? [] : [{ service, rate: amount / secondsOf(bar) }];
  });
  return { ...bar, rates, total: rates.reduce((sum, { rate }) => sum + rate, 0) };
}

function secondsOf({ from, to }: Pick<RateBar, 'from' | 'to'>): number {
  return (to.getTime() - from.getTime()) / 1_000;
}

function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= value) ?? 10) * power;
}

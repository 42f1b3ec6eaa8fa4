import { Workload } from '@ferry/contracts';
import { MOST_THROUGHPUT_POINTS, throughputInterval, throughputPoints, type ThroughputSample } from './throughput';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE);
const mail = (minutes: number | null, items: number, bytes = items * 10): ThroughputSample => ({
  service: Workload.Exchange,
  at: minutes === null ? null : at(minutes),
  items,
  bytes,
});
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
const itemsOf = (samples: readonly ThroughputSample[], from: number, to: number, interval = MINUTE) =>
  throughputPoints(samples, span(from, to), interval).map(({ workloads }) => workloads.map(({ items }) => items));

describe('throughputInterval', () => {
  it.each([
    [0, 1],
    [120, 1],
    [121, 2],
    [600, 5],
    [24 * 60, 15],
    [10 * 24 * 60, 120],
    [400 * 24 * 60, 4 * 24 * 60],
  ])('cuts %d minutes into spans of %d', (minutes, interval) => {
    expect(throughputInterval(span(0, minutes))).toBe(interval * MINUTE);
  });

  it('never makes more points than can be told apart, and one', () => {
    for (let minutes = 1; minutes < 1_000_000; minutes = minutes * 2 + 7) {
      const whole = span(3, 3 + minutes);
      const points = throughputPoints([], whole, throughputInterval(whole));
      expect(points.length).toBeLessThanOrEqual(MOST_THROUGHPUT_POINTS + 1);
    }
  });
});

describe('throughputPoints', () => {
  it('tells what was added from one counter to the next, and that nothing was in between', () => {
    expect(itemsOf([mail(0, 10), mail(1, 25), mail(4, 26)], 0, 5)).toEqual([[10], [15], [], [], [1]]);
  });

  it('adds up to the last counters, however it is grouped', () => {
    const samples = Array.from({ length: 300 }, (_, minute) => mail(minute, minute * minute));
    for (const interval of [1, 2, 5, 60]) {
      const points = throughputPoints(samples, span(0, 300), interval * MINUTE).flatMap(({ workloads }) => workloads);
      expect(points.reduce((sum, { items }) => sum + items, 0)).toBe(299 * 299);
      expect(points.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(299 * 299 * 10);
    }
  });

  it('leaves out what had moved before samples were taken', () => {
    expect(itemsOf([mail(null, 1000), mail(0, 1010)], 0, 1)).toEqual([[10]]);
  });

  it('counts nothing twice when a process that came late wrote a smaller counter', () => {
    expect(itemsOf([mail(0, 50), mail(1, 40), mail(2, 60)], 0, 3)).toEqual([[50], [], [10]]);
  });

  it('keeps workloads apart, in their order', () => {
    const samples = [mail(0, 5), { ...mail(0, 7), service: Workload.Teams }];
    const [point] = throughputPoints(samples, span(0, 1), MINUTE);
    expect(point?.workloads.map(({ service, items }) => [service, items])).toEqual([
      [Workload.Exchange, 5],
      [Workload.Teams, 7],
    ]);
  });

  it('cuts the first and the last span to what was asked about, and joins the others', () => {
    const points = throughputPoints([mail(1, 5)], span(0.5, 2.25), MINUTE);
    expect(points.map(({ startDateTime, endDateTime }) => [startDateTime, endDateTime])).toEqual([
      [at(0.5), at(1)],
      [at(1), at(2)],
      [at(2), at(2.25)],
    ]);
  });

  it('puts what lies outside into the nearest span', () => {
    expect(itemsOf([mail(-3, 5), mail(9, 8)], 0, 2)).toEqual([[5], [3]]);
  });
});

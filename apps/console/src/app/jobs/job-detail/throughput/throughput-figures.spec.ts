import { type JobThroughput, Workload } from '@ferry/contracts';
import { amountText, rateFigures, rateOf, rateText } from './throughput-figures';

const at = (seconds: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + seconds * 1_000);
const THROUGHPUT: JobThroughput = {
  intervalSeconds: 60,
  points: [
    {
      startDateTime: at(30),
      endDateTime: at(60),
      workloads: [
        { service: Workload.Teams, items: 30, bytes: 600 },
        { service: Workload.Exchange, items: 60, bytes: 3_000 },
      ],
    },
    { startDateTime: at(60), endDateTime: at(120), workloads: [] },
    {
      startDateTime: at(120),
      endDateTime: at(180),
      workloads: [{ service: Workload.Exchange, items: 60, bytes: 6_000 }],
    },
  ],
};

describe('rateFigures', () => {
  it('divides what moved by how long a span was, by workload and together', () => {
    const { bars, services } = rateFigures(THROUGHPUT, 'items');
    expect(bars.map(({ total }) => total)).toEqual([3, 0, 1]);
    expect(services).toEqual([Workload.Exchange, Workload.Teams]);
    expect(bars.map((bar) => rateOf(bar, Workload.Teams))).toEqual([1, 0, 0]);
  });

  it('says the most, a round end of the scale, and the average of the time in which it moved', () => {
    expect(rateFigures(THROUGHPUT, 'items')).toMatchObject({ peak: 3, top: 5, average: 150 / 90, moved: 150 });
    expect(rateFigures(THROUGHPUT, 'bytes')).toMatchObject({ peak: 120, top: 200, moved: 9_600 });
  });

  it('has nothing to say of a job that has moved nothing', () => {
    const nothing = { intervalSeconds: 60, points: [] };
    expect(rateFigures(nothing, 'items')).toMatchObject({ bars: [], services: [], peak: 0, average: 0, top: 1 });
  });

  it('is written with its unit', () => {
    expect([rateText(12.345, 'items'), rateText(4_200_000, 'bytes')]).toEqual(['12.3/s', '4.2 MB/s']);
    expect([amountText(1, 'items'), amountText(48_212, 'items')]).toEqual(['1 item', '48,212 items']);
  });
});

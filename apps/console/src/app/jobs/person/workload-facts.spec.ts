import { ServiceStatus, Workload } from '@ferry/contracts';
import { aService } from '../../../testing/jobs';
import { workloadFacts } from './workload-facts';

describe('workloadFacts', () => {
  const told = (part: Parameters<typeof aService>[1]) =>
    workloadFacts(aService(Workload.Exchange, part), null).map(({ value, name }) => `${value} ${name}`);

  it('tells nothing before there is anything', () => {
    expect(told({})).toEqual([]);
  });

  it('counts what has arrived and what was left out, and the attempts after the first', () => {
    const part = {
      status: ServiceStatus.Completed,
      expected: 230,
      found: 230,
      copied: 220,
      skipped: 10,
      bytes: 495_000,
    };
    expect(told({ ...part, attempt: 1 })).toEqual(['230 of 230 items', '495 kB copied', '10 left out']);
    expect(told({ ...part, attempt: 2 }).at(-1)).toBe('2 attempts');
  });
});

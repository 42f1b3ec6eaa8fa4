import { JobStatus, ServiceStatus } from '@ferry/contracts';
import { aJob, aPerson, aProgress } from '../../../../testing/jobs';
import { keyFigures } from './key-figures';

describe('keyFigures', () => {
  it('counts people by where they stand, and items with bytes', () => {
    const people = [
      aPerson('Ann Lee', ServiceStatus.Synced, { Exchange: { expected: 10, found: 10, copied: 10, bytes: 5000 } }),
      aPerson('Bob', ServiceStatus.Synced, {
        Exchange: { status: ServiceStatus.Syncing, expected: 30, copied: 2, bytes: 1000 },
      }),
      { ...aPerson('Cy', ServiceStatus.Cancelled), removed: true },
    ];
    const progress = aProgress(aJob({ status: JobStatus.InProgress }), people);
    expect(keyFigures(progress, ['synced', 'syncing', 'removed'])).toEqual([
      { name: 'people, 1 taken out', value: '2' },
      { name: 'syncing', value: '1', tone: 'run' },
      { name: 'synced, waiting', value: '1', tone: 'wait' },
      { name: 'completed', value: '0' },
      { name: 'failed', value: '0' },
      { name: 'items · 6 kB', value: '12', of: '40' },
    ]);
  });

  it('shows nothing but people before anything has happened', () => {
    const people = [aPerson('Ann Lee')];
    expect(keyFigures(aProgress(aJob(), people), ['notStarted'])).toEqual([{ name: 'people', value: '1' }]);
  });
});

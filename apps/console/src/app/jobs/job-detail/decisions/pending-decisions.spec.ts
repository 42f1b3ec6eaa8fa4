import { ServiceStatus } from '@ferry/contracts';
import { aPerson, NOW } from '../../../../testing/jobs';
import { pendingDecisions } from './pending-decisions';

describe('pendingDecisions', () => {
  const held = { skipped: 12, heldDateTime: NOW };

  it('names the people of whom something waits, with workload and number', () => {
    const people = [
      aPerson('Ann Lee', ServiceStatus.Synced),
      aPerson('Bob', ServiceStatus.Synced, { Exchange: held, ODSP: { ...held, skipped: 1 } }),
    ];
    expect(pendingDecisions(people).map(({ name, what }) => [name, ...what])).toEqual([
      ['Bob', expect.stringMatching(/: 12 items left out$/), expect.stringMatching(/: 1 item left out$/)],
    ]);
  });

  it('leaves out whoever was taken out of the job', () => {
    expect(pendingDecisions([{ ...aPerson('Bob', ServiceStatus.Synced, { Exchange: held }), removed: true }])).toEqual(
      [],
    );
  });
});

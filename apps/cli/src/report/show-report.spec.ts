import { runFerry } from '../testing/run-ferry';
import { ServicePeer } from '../testing/service-peer';

const peer = new ServicePeer();
beforeAll(() => peer.start());
afterAll(() => peer.stop());

describe('ferry report', () => {
  it('prints a row for each workload of each person, and the sums', async () => {
    const counts = { copied: 190, alreadyThere: 7, skipped: 3, failed: 0 };
    peer.on('GET /api/v1/jobs/Wave%201/report', 200, {
      id: 'a0000000-0000-4000-8000-000000000001',
      displayName: 'Wave 1',
      status: 'completed',
      createdDateTime: '2030-01-01T10:00:00Z',
      people: [
        {
          id: '22222222-0000-4000-8000-000000000001',
          displayName: 'Ann Beebe',
          services: [
            { service: 'Exchange', status: 'completed', found: 200, ...counts, atTarget: 197 },
            { service: 'ODSP', status: 'completed', found: 200, ...counts, atTarget: 197 },
          ],
        },
      ],
    });
    const { code, out } = await runFerry(['report', 'Wave 1', '--server', peer.url]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Wave 1: completed; the target was listed at 2030-01-01 10:00:00Z',
      'NAME       WORKLOAD  STATUS     FOUND  COPIED  ALREADY THERE  SKIPPED  FAILED  AT TARGET',
      'Ann Beebe  Exchange  completed    200     190              7        3       0        197',
      'Ann Beebe  ODSP      completed    200     190              7        3       0        197',
      'Sum        -         -            400     380             14        6       0        394',
    ]);
  });
});

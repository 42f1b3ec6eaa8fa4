import { serviceAnswer } from '../testing/answers';
import { runFerry } from '../testing/run-ferry';
import { ServicePeer } from '../testing/service-peer';

const peer = new ServicePeer();
beforeAll(() => peer.start());
afterAll(() => peer.stop());

describe('ferry people list', () => {
  it('prints the workloads of each person, and below them what went wrong', async () => {
    const errors = [{ code: 'CTTM-005', message: 'There is no Teams licence.' }];
    peer.on('GET /api/v1/jobs/Wave%201/people', 200, {
      value: [
        {
          id: '22222222-0000-4000-8000-000000000001',
          displayName: 'Ann Beebe',
          removed: false,
          services: [
            serviceAnswer('Exchange', 'syncing', {
              expected: 200,
              found: 50,
              stuck: true,
              waiting: { kind: 'retry', untilDateTime: '2026-11-27T18:00:00Z', retry: 3, retries: 9 },
            }),
            serviceAnswer('Teams', 'synced', {
              waiting: { kind: 'date', untilDateTime: '2026-11-28T18:00:00Z', retry: null, retries: null },
            }),
          ],
        },
        {
          id: '22222222-0000-4000-8000-000000000042',
          displayName: null,
          removed: true,
          services: [serviceAnswer('Teams', 'invalid', { errors })],
        },
      ],
    });
    const { code, out } = await runFerry(['people', 'list', 'Wave 1', '--server', peer.url]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'NAME                                              EXCHANGE        TEAMS    ID',
      'Ann Beebe                                         syncing 50/200  synced   22222222-0000-4000-8000-000000000001',
      '22222222-0000-4000-8000-000000000042 (taken out)  -               invalid  22222222-0000-4000-8000-000000000042',
      '',
      'Ann Beebe, Exchange: stuck, waits for retry 3 of 9 until 2026-11-27 18:00:00Z',
      '22222222-0000-4000-8000-000000000042 (taken out), Teams: CTTM-005: There is no Teams licence.',
    ]);
  });
});

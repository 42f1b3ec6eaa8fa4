import { changeAnswer, eventAnswer, jobAnswer } from '../testing/answers';
import { runFerry } from '../testing/run-ferry';
import { ServicePeer } from '../testing/service-peer';
import { ServiceClient } from '../service/service-client';
import { followJob } from './follow-job';

const CHANGES = 'GET /api/v1/jobs/Wave%201/changes';

let peer: ServicePeer;

beforeEach(async () => {
  peer = new ServicePeer();
  await peer.start();
});
afterEach(() => peer.stop());

const watch = (...more: string[]) => runFerry(['jobs', 'watch', 'Wave 1', '--server', peer.url, ...more]);
const ann = { personId: '22222222-0000-4000-8000-000000000001', personName: 'Ann Beebe', service: 'Exchange' };

describe('ferry jobs watch', () => {
  it('prints a line per event and per percent until the job is completed, and leaves an open stream', async () => {
    const running = jobAnswer({ status: 'inProgress', jobType: 'migrate' });
    const done = jobAnswer({ status: 'completed', jobType: 'migrate' });
    const begun = eventAnswer(7, 'processing', 'inProgress');
    const synced = eventAnswer(8, 'syncing', 'synced', ann);
    const messages = [
      changeAnswer(running, [begun], { expected: 200, found: 0 }),
      changeAnswer(running, [], { expected: 200, found: 1 }),
      changeAnswer(running, [synced], { expected: 200, found: 100 }),
      changeAnswer(done, [eventAnswer(9, 'inProgress', 'completed')], { expected: 200, found: 200 }),
    ];
    peer.stream(CHANGES, messages, 'stays');
    const { code, out } = await watch();
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Wave 1: inProgress (Waits to be validated.)',
      '0 of 200 items known so far (0 %)',
      '2030-01-01 09:00:00Z  Ann Beebe, Exchange: syncing -> synced (so it goes)',
      '100 of 200 items known so far (50 %)',
      '2030-01-01 09:00:00Z  job: inProgress -> completed (so it goes)',
      '200 of 200 items known so far (100 %)',
    ]);
  });

  it('ends at once for a job that waits to be validated', async () => {
    peer.stream(CHANGES, [changeAnswer(jobAnswer())], 'stays');
    const { code, out } = await watch();
    expect({ code, out }).toEqual({ code: 0, out: 'Wave 1: submitted (Waits to be validated.)' });
  });

  it('ends with 1 when the job completed with errors', async () => {
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'completedWithErrors' }))], 'stays');
    expect((await watch()).code).toBe(1);
  });

  it('prints each message as one line of JSON', async () => {
    const messages = [
      changeAnswer(jobAnswer({ status: 'validateInProgress' })),
      changeAnswer(jobAnswer({ status: 'validatePassed' })),
    ];
    peer.stream(CHANGES, messages, 'stays');
    const { out } = await watch('--json');
    expect(out.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(messages);
  });

  it('says what the service says about a job that does not exist', async () => {
    peer.refuse(CHANGES, 404, { code: 'ItemNotFound', message: 'There is no such job.' });
    const { code, err } = await watch();
    expect(code).toBe(1);
    expect(err).toContain('ItemNotFound');
  });

  it('goes on after the connection broke, without telling the same event twice', async () => {
    const running = jobAnswer({ status: 'inProgress' });
    const synced = eventAnswer(8, 'syncing', 'synced', ann);
    const completed = eventAnswer(9, 'inProgress', 'completed');
    peer.stream(CHANGES, [changeAnswer(running), changeAnswer(running, [synced])], 'breaks');
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'completed' }), [synced, completed])], 'stays');
    const { code, out } = await watch();
    expect(code).toBe(0);
    expect(out.match(/synced/g)).toHaveLength(1);
    expect(out).toContain('job: inProgress -> completed');
    expect(peer.calls).toEqual([CHANGES, CHANGES]);
  });

  it('tells after a longer absence what happened meanwhile, also when that takes several pages', async () => {
    const running = jobAnswer({ status: 'inProgress' });
    const event = (id: number) => eventAnswer(id, 'syncing', `step${id}`, ann);
    const events = 'GET /api/v1/jobs/Wave%201/events?top=1000';
    peer.stream(CHANGES, [changeAnswer(running, [event(3)])], 'breaks');
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'completed' }), [event(8), event(9)])], 'stays');
    peer.on(`${events}&before=8`, 200, { value: [event(7), event(6)], nextLink: 'https://ferry.example/older' });
    peer.on(`${events}&before=6`, 200, {
      value: [event(5), event(3), event(2)],
      nextLink: 'https://ferry.example/old',
    });
    const { code, out } = await watch();
    expect(code).toBe(0);
    expect(out.match(/step\d+/g)).toEqual(['step5', 'step6', 'step7', 'step8', 'step9']);
  });

  it('ends well when the job is deleted meanwhile', async () => {
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'pendingDelete' }))], 'ends');
    peer.refuse(CHANGES, 404, { code: 'ItemNotFound', message: 'There is no such job.' });
    const { code, err } = await watch();
    expect({ code, err }).toEqual({ code: 0, err: 'Wave 1 is gone.' });
  });
});

describe('followJob', () => {
  const follow = async (pauses: number[]) => {
    const service = new ServiceClient(new URL(peer.url), async () => 'token');
    const messages: unknown[] = [];
    for await (const message of followJob(service, 'Wave 1', pauses)) messages.push(message);
    return messages;
  };

  it('gives up when the service does not come back', async () => {
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'inProgress' }))], 'breaks');
    peer.refuse(CHANGES, 503, { code: 'serviceNotAvailable', message: 'The service is being stopped.' });
    await expect(follow([1, 1, 1])).rejects.toMatchObject({ code: 'serviceNotAvailable' });
    expect(peer.calls).toHaveLength(4);
  });

  it('does not come back to a service that refuses', async () => {
    peer.stream(CHANGES, [changeAnswer(jobAnswer({ status: 'inProgress' }))], 'ends');
    peer.refuse(CHANGES, 403, { code: 'Forbidden', message: 'No longer.' });
    await expect(follow([1, 1, 1])).rejects.toMatchObject({ code: 'Forbidden' });
    expect(peer.calls).toHaveLength(2);
  });
});

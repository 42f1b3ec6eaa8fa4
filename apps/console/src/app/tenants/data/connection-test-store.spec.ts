import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { type OpenStream, settle } from '../../../testing/event-streams';
import { FABRIKAM } from '../../../testing/jobs';
import { ConnectionTestStore } from './connection-test-store';

const PERSON = '22222222-0000-4000-8000-000000000001';
const CREDENTIALS = { step: 'credentials', ok: true, milliseconds: 3, detail: 'Signs in as ann.', remedy: null };
const SIGN_IN = { step: 'signIn', ok: false, milliseconds: 700, detail: 'Refused.', remedy: 'Check the password.' };

describe('ConnectionTestStore', () => {
  let backend: ConsoleBackend;
  let store: ConnectionTestStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([ConnectionTestStore]);
    store = TestBed.inject(ConnectionTestStore);
  });

  const run = async () => {
    void store.run({ of: 'endpoint', tenantId: FABRIKAM, name: 'old/new' }, PERSON);
    await settle();
    return backend.streams.latest;
  };

  it('follows a test step by step, with the token and at the address of the endpoint', async () => {
    const stream = await run();
    expect(stream.url).toBe(`/api/v1/tenants/${FABRIKAM}/endpoints/old%2Fnew:test`);
    expect(stream.authorization).toBe('Bearer a-token');
    expect(store.state()).toBe('running');
    await stream.send({ step: 'credentials' }, 'begin');
    expect([store.runningStep(), store.steps()]).toEqual(['credentials', []]);
    await stream.send(CREDENTIALS, 'step');
    expect([store.runningStep(), store.steps()]).toEqual([null, [CREDENTIALS]]);
    await stream.send({ ok: true, steps: [CREDENTIALS] }, 'result');
    await stream.end();
    expect([store.state(), store.milliseconds()]).toEqual(['passed', 3]);
  });

  it('names the step that does not work, and begins anew', async () => {
    const stream = await run();
    await stream.send(CREDENTIALS, 'step');
    await stream.send(SIGN_IN, 'step');
    await stream.send({ ok: false, steps: [] }, 'result');
    await stream.end();
    expect([store.state(), store.failedStep()?.remedy]).toEqual(['failed', 'Check the password.']);
    await run();
    expect([store.state(), store.steps()]).toEqual(['running', []]);
  });

  it('is given up when somebody stops it', async () => {
    const stream = await run();
    await stream.send({ step: 'connect' }, 'begin');
    store.stop();
    expect([stream.aborted(), store.state(), store.runningStep()]).toEqual([true, 'idle', null]);
  });

  it.each<[string, (stream: OpenStream) => Promise<void>]>([
    ['the service says so', (stream) => stream.send(undefined, 'error')],
    ['the connection ends without a result', (stream) => stream.end()],
  ])('says that it was broken off when %s', async (_case, breakOff) => {
    const stream = await run();
    await stream.send(CREDENTIALS, 'step');
    await breakOff(stream);
    expect([store.state(), store.error()?.code, store.steps()]).toEqual(['idle', 'streamBroke', [CREDENTIALS]]);
  });

  it('says why it cannot be made', async () => {
    backend.streams.status = 404;
    void store.run({ of: 'tenant', tenantId: FABRIKAM }, PERSON);
    await settle();
    expect([store.state(), store.error()?.message]).toEqual(['idle', 'Refused.']);
  });
});

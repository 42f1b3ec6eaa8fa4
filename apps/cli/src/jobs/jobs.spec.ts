import { createJobBody } from '@ferry/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobAnswer } from '../testing/answers';
import { runFerry } from '../testing/run-ferry';
import { ServicePeer } from '../testing/service-peer';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const WAVE_1 = `${JOBS}/Wave%201`;

const peer = new ServicePeer();
let folder = '';

beforeAll(async () => {
  await peer.start();
  folder = await mkdtemp(join(tmpdir(), 'ferry-cli-'));
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  peer.seen.length = 0;
});

const ferry = (...args: string[]) => runFerry([...args, '--server', peer.url]);

async function file(content: string): Promise<string> {
  const path = join(folder, 'body.json');
  await writeFile(path, content);
  return path;
}

describe('ferry jobs list', () => {
  beforeAll(() => {
    // The service knows itself by another name than the one under which it was reached.
    const next = { '@odata.nextLink': `https://ferry.example${JOBS}?$skiptoken=2` };
    peer.on(`GET ${JOBS}`, 200, { ...next, value: [jobAnswer()] });
    peer.on(`GET ${JOBS}?$skiptoken=2`, 200, { value: [jobAnswer({ displayName: 'Pilot', status: 'completed' })] });
  });

  it('prints the newest jobs and says that there are more', async () => {
    const { code, out, err } = await ferry('jobs', 'list');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'NAME    KIND      STATUS     CUTOVER AFTER         CREATED               ID',
      'Wave 1  validate  submitted  2099-01-01 00:00:00Z  2030-01-01 08:00:00Z  a0000000-0000-4000-8000-000000000001',
    ]);
    expect(err).toContain('--all');
  });

  it('follows the next links on the server that was named, with one token for all pages', async () => {
    const { out, err } = await ferry('jobs', 'list', '--all', '--json');
    const names = (JSON.parse(out) as { displayName: string }[]).map(({ displayName }) => displayName);
    expect(names).toEqual(['Wave 1', 'Pilot']);
    expect(err).toBe('');
    expect(peer.calls).toEqual([`GET ${JOBS}`, `GET ${JOBS}?$skiptoken=2`]);
    expect(peer.seen.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
  });
});

describe('ferry jobs get', () => {
  it('prints a job that is named with a space', async () => {
    peer.on(`GET ${WAVE_1}`, 200, jobAnswer());
    const { code, out } = await ferry('jobs', 'get', 'Wave 1');
    expect(code).toBe(0);
    expect(out).toContain('Message:          Waits to be validated.');
    expect(out).toContain('Workloads:        Exchange, ODSP');
    expect(out).toContain('Created:          2030-01-01 08:00:00Z by ferry-admin');
  });

  it('ends with 1 and says what the service said when there is no such job', async () => {
    const error = { code: 'ItemNotFound', message: 'There is no job named Nothing.' };
    peer.refuse(`GET ${JOBS}/Nothing`, 404, error);
    const { code, out, err } = await ferry('jobs', 'get', 'Nothing');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('ferry: ItemNotFound: There is no job named Nothing.\n  request-id: r-1');
  });
});

describe('ferry jobs create', () => {
  it('sends the body as it stands in the file', async () => {
    peer.on(`POST ${JOBS}`, 201, jobAnswer());
    const content = JSON.stringify({ ...createJobBody({ displayName: 'Wave 1' }), workloads: ['exchange', 'odsp'] });
    const { code, out } = await ferry('jobs', 'create', '-f', await file(content));
    expect(code).toBe(0);
    expect(out).toContain('a0000000-0000-4000-8000-000000000001');
    const [sent] = peer.seen.slice(-1);
    expect(sent).toMatchObject({ method: 'POST', body: content, contentType: 'application/json' });
  });

  it('names every fault of a body by its member, and sends nothing', async () => {
    const body = { ...createJobBody(), displayName: 7, resources: ['ann'], colour: 'red', sourceTenantId: undefined };
    body.exchangeSettings = { sourceEndpoint: '', targetDeliveryDomain: 'fabrikam.example' };
    const path = await file(JSON.stringify(body));
    const { code, err } = await ferry('jobs', 'create', '-f', path);
    expect(code).toBe(1);
    expect(err).toContain(`${path} has`);
    expect(err).toContain('\n  displayName: must be a string');
    expect(err).toContain('\n  sourceTenantId: is required');
    expect(err).toContain('\n  exchangeSettings.sourceEndpoint: should not be empty');
    expect(err).toContain('\n  resources: must only hold GUIDs');
    expect(err).toContain('\n  colour: is not a member of this type');
    expect(peer.seen).toEqual([]);
  });

  it('gives the faults to a script as the contract gives errors', async () => {
    const path = await file(JSON.stringify(createJobBody({ displayName: '' })));
    const { err } = await ferry('jobs', 'create', '-f', path, '--json');
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'invalidBody', details: [{ target: 'displayName', code: 'isNotEmpty' }] },
    });
  });

  it('lists the details of a refusal', async () => {
    const details = [{ code: 'invalidValue', message: 'lies in the past.', target: 'completeAfterDateTime' }];
    peer.refuse(`POST ${JOBS}`, 422, { code: 'minThresholdFailed', message: 'The date has passed.', details });
    const path = await file(JSON.stringify(createJobBody()));
    await ferry('jobs', 'create', '-f', path);
    const { code, err } = await ferry('jobs', 'create', '-f', path);
    expect(code).toBe(1);
    expect(err).toContain(
      'ferry: minThresholdFailed: The date has passed.\n  completeAfterDateTime: lies in the past.',
    );
  });

  it.each([
    ['is not there', null, 'cannot be read'],
    ['is not JSON', '{', 'is not JSON'],
    ['holds a list', '[]', 'does not hold a JSON object'],
  ])('says so when the file %s', async (_case, content, words) => {
    const path = content === null ? join(folder, 'nowhere.json') : await file(content);
    const { code, err } = await ferry('jobs', 'create', '-f', path);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it('asks for a file when none is named', async () => {
    expect(await ferry('jobs', 'create')).toMatchObject({ code: 2, out: '' });
  });
});

describe('ferry jobs validate, migrate and cancel', () => {
  it.each([
    ['validate', 'validateSubmitted', 200],
    ['migrate', 'processing', 200],
    ['cancel', 'pendingCancel', 202],
  ] as const)('asks to %s a job, without a body, and prints its status', async (action, status, answer) => {
    peer.on(`POST ${WAVE_1}/${action}`, answer, jobAnswer({ status }));
    const { code, out } = await ferry('jobs', action, 'Wave 1');
    expect({ code, out }).toEqual({ code: 0, out: `Wave 1: ${status} (Waits to be validated.)` });
    expect(peer.calls).toEqual([`POST ${WAVE_1}/${action}`]);
    expect(peer.seen.at(-1)?.body).toBe('');
  });
});

describe('ferry jobs delete', () => {
  it('says that the deletion was accepted', async () => {
    peer.on(`DELETE ${WAVE_1}`, 202);
    const { code, out } = await ferry('jobs', 'delete', 'Wave 1');
    expect({ code, out }).toEqual({ code: 0, out: 'Wave 1: the deletion was accepted.' });
  });

  it('says why a job that still runs stays', async () => {
    const message = 'The job still runs.';
    peer.refuse(`DELETE ${JOBS}/Pilot`, 409, { code: 'Conflict', message, details: [{ code: 'stillRuns', message }] });
    const { code, err } = await ferry('jobs', 'delete', 'Pilot');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'ferry: Conflict: The job still runs.\n  stillRuns\n  request-id: r-1',
    });
  });
});

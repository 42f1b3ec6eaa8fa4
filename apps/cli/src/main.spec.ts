import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServicePeer } from './testing/service-peer';

const run = promisify(execFile);
const peer = new ServicePeer();
let folder = '';
let main = '';

beforeAll(async () => {
  await peer.start();
  // Outside of the workspace, where no package can be found.
  folder = await mkdtemp(join(tmpdir(), 'ferry-build-'));
  const built = join(folder, 'built');
  await run('node', [join(__dirname, '..', 'build.mjs'), built]);
  main = join(built, 'main.js');
}, 60_000);
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true });
});

describe('the built command', () => {
  it('is one file that speaks to a service', async () => {
    peer.on('GET /v1.0/solutions/migrations/crossTenantMigrationJobs', 200, { value: [] });
    const { stdout } = await run('node', [main, 'jobs', 'list'], { env: { ...process.env, FERRY_SERVER: peer.url } });
    expect(stdout).toBe('There are no jobs.\n');
  });

  it('judges a body by the classes of the contract', async () => {
    const path = join(folder, 'body.json');
    await writeFile(path, '{ "displayName": "Wave 1", "exchangeSettings": { "sourceEndpoint": 1 } }');
    const failure = run('node', [main, 'jobs', 'create', '-f', path]);
    await expect(failure).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exchangeSettings.targetDeliveryDomain: is required'),
    });
  });
});

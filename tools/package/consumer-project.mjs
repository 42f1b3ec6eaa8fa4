import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTOSO, startService } from '../bench/service/service.mjs';
import { atEnd } from '../test/at-end.mjs';
import { inWorkspace } from '../workspace/paths.mjs';
import { installContracts } from './installed-contracts.mjs';
import { readmeExamples } from './readme-examples.mjs';

/** Where the README says that the service is. */
const DEFAULT_ADDRESS = 'http://127.0.0.1:3000';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const JOB = {
  displayName: 'wave 01/a',
  sourceTenantId: CONTOSO,
  completeAfterDateTime: '2099-12-31T20:00:00Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
  resourceType: 'Users',
  resources: ['22222222-0000-4000-8000-000000000001', '22222222-0000-4000-8000-000000000002'],
};

/** What a consumer of today writes; nothing is skipped, so the types of the package are judged too. */
const TSCONFIG = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    skipLibCheck: false,
    outDir: 'out',
    rootDir: '.',
  },
  include: ['*.ts'],
};

/**
 * @typedef {object} ConsumerProject a project with the installed copy and the examples of its README, and a
 *   service with one job
 * @property {string} folder
 * @property {string[]} packed the files of the copy
 * @property {string} address of the service
 * @property {string} token of an administrator
 * @property {object} job the body that the job was created with
 * @property {string} jobPath where the job is
 * @property {() => Promise<void>} close
 */

/**
 * @returns {Promise<ConsumerProject>}
 * @throws {import('../test/report.mjs').MissingTool} where the copy cannot be installed
 */
export async function createConsumerProject() {
  const { folder, packed } = await installContracts();
  const data = mkdtempSync(join(tmpdir(), 'ferry-contracts-data-'));
  atEnd(() => rmSync(data, { recursive: true, force: true }));
  const service = await startService({ env: { DATABASE_URL: '', FERRY_DATA_DIR: data } });
  const { address, stop: close } = service;
  writeSources(folder, address);
  const token = await service.token();
  const jobPath = await createJob(address, token);
  return { folder, packed, address, token, job: JOB, jobPath, close };
}

function writeSources(folder, address) {
  const readme = readFileSync(join(folder, 'node_modules', '@ferry', 'contracts', 'README.md'), 'utf8');
  for (const [file, code] of Object.entries(readmeExamples(readme))) {
    writeFileSync(join(folder, file), code.replaceAll(DEFAULT_ADDRESS, address));
  }
  cpSync(inWorkspace('tools', 'package', 'consumer'), folder, { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
}

async function createJob(address, token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${address}${JOBS}`, { method: 'POST', headers, body: JSON.stringify(JOB) });
  if (answer.status !== 201) throw new Error(`The service created no job: ${await answer.text()}`);
  return `${JOBS}/${(await answer.json()).id}`;
}

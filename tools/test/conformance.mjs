import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startProcess } from '../bench/service/process.mjs';
import { SERVICE, serviceEnvironment } from '../bench/service/service.mjs';
import { inWorkspace } from '../workspace/paths.mjs';
import { atEnd } from './at-end.mjs';
import { failed, passed, sum } from './counts.mjs';
import { startPostgres } from './postgres.mjs';
import { runCommand } from './run-command.mjs';

/**
 * A run of the suite: the settings of the service, and the arguments of the suite.
 *
 * @typedef {{ settings: NodeJS.ProcessEnv, args: string[] }} Round
 */

/** What needs a limit that is soon reached is tried by itself. @type {Round[]} */
const ROUNDS = [
  { settings: {}, args: [] },
  {
    settings: { FERRY_THROTTLE_REQUESTS: '60', FERRY_THROTTLE_SECONDS: '2' },
    args: ['--only', 'throttling,clients.graph-retry', '--provoke-throttling', '1000'],
  },
];

/** @returns {Promise<import('./counts.mjs').Counts>} */
export async function conformanceOnPglite() {
  return judge(async () => ({ env: { DATABASE_URL: '' }, remove: async () => {} }));
}

/** On the server given by TEST_DATABASE_URL, or on one of our own. @returns {Promise<import('./counts.mjs').Counts>} */
export async function conformanceOnPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  try {
    return await judge(() => newDatabase(server.url));
  } finally {
    await server.stop();
  }
}

/** Judges the built service in every round, each with a database of its own. */
async function judge(createDatabase) {
  const results = [];
  for (const round of ROUNDS) {
    const database = await createDatabase();
    try {
      results.push(await play(round, database.env));
    } finally {
      await database.remove();
    }
  }
  return countsOf(results);
}

/** Starts the service, runs the suite against it over HTTPS, and gives the checks; undefined when it broke. */
async function play({ settings, args }, databaseEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-conformance-'));
  const removeFolder = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const { env, address } = await serviceEnvironment({ env: { ...databaseEnv, FERRY_DATA_DIR: folder, ...settings } });
  const service = await startProcess(SERVICE, { env, ready: `${address}/health/ready` });
  try {
    const secure = `https://127.0.0.1:${env.HTTPS_PORT}`;
    const suite = inWorkspace('dist', 'apps', 'conformance', 'main.js');
    const { stdout, output } = await runCommand(
      'node',
      ['--enable-source-maps', suite, '--base-url', secure, '--second-url', address, '--json', ...args],
      { quiet: true, env: { NODE_EXTRA_CA_CERTS: join(folder, 'tls', 'ca.pem') } },
    );
    return readChecks(stdout) ?? broken(output);
  } finally {
    await service.stop();
    await removeFolder();
  }
}

function broken(output) {
  console.error(`The suite gave no results:\n${output}`);
  return undefined;
}

/** What one round skips counts only if no other round does it. */
function countsOf(results) {
  const checks = results.flatMap((result) => result ?? []);
  const done = new Set(checks.filter(({ result }) => result !== 'skipped').map(nameOf));
  return sum([
    ...results.filter((result) => result === undefined).map(() => failed()),
    ...checks.flatMap((check) => countOf(check, done)),
  ]);
}

function countOf(check, done) {
  if (check.result === 'passed') return [passed()];
  if (check.result === 'skipped') {
    return done.has(nameOf(check))
      ? []
      : [{ passed: 0, failed: 0, skippedNames: [`${nameOf(check)}: ${check.reason}`] }];
  }
  console.error(`✖ ${nameOf(check)}: ${check.sentence}\n    ${check.reason}`);
  for (const line of [`source: ${check.sources.join('; ')}`, ...(check.exchanges ?? [])]) console.error(`    ${line}`);
  return [failed()];
}

function nameOf({ id, version }) {
  return version === null ? id : `${id} (${version || 'no version'})`;
}

function readChecks(stdout) {
  try {
    return JSON.parse(stdout).checks;
  } catch {
    return undefined;
  }
}

async function newDatabase(serverUrl) {
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  return {
    env: { DATABASE_URL: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href },
    remove: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

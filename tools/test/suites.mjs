import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyCheck } from '../checks/every-check.mjs';
import { serverCodeInBundle } from '../checks/bundle.mjs';
import { staleArtefacts } from '../generate/artefacts.mjs';
import { contractsPackageProblems } from '../package/contracts-package.mjs';
import { inWorkspace } from '../workspace/paths.mjs';
import { provideChromium } from './chromium.mjs';
import { failed, ofJest, ofPlaywright, passed, skipped, sum } from './counts.mjs';
import { provideCyrus } from './cyrus-package.mjs';
import { provideDovecot } from './dovecot.mjs';
import { resultFile } from './jest-reporter.mjs';
import { projectsWith, runTarget } from './nx.mjs';
import { hasPostgres, startPostgres } from './postgres.mjs';
import { readJson } from './read-json.mjs';
import { MissingTool } from './report.mjs';
import { runCommand } from './run-command.mjs';

export { conformanceOnPglite, conformanceOnPostgres } from './conformance.mjs';
export { crashesOnPglite, crashesOnPostgres } from './crashes.mjs';

/** Specs that talk to the database, or go through HTTP to it. */
const DATABASE_SPECS = '\\.(db|api)\\.spec\\.ts$';
/** What else the configuration of the api leaves out, and the specs that go through HTTP. */
const NOT_THROUGH_HTTP = '/node_modules/|/test/processes/|/test/mail/|\\.api\\.spec\\.ts$';

const jestArguments = ['--ci', '--maxWorkers=2', `--reporters=${inWorkspace('tools', 'test', 'jest-reporter.mjs')}`];

/** Prettier, the lock file, the tags of the projects, marks that nobody may leave behind. */
export async function checks() {
  const format = await runCommand('prettier', ['--check', '--log-level=warn', '.']);
  const outcomes = { formatted: format.ok ? [] : ['Run `npm run format`.'] };
  for (const [name, problemsOf] of Object.entries(everyCheck)) outcomes[name] = problemsOf();
  return judge(outcomes);
}

export const lint = () => onePerProject('lint', { toolArguments: ['--max-warnings=0'] });

export const typecheck = () => onePerProject('typecheck');

/**
 * Every Jest project; databases are PGlite, embedded in the process. The requests of the service are left to the server
 * where there is one, because they take three times as long here; the conformance suite makes its own on both.
 */
export async function specs() {
  const env = { TEST_DATABASE_URL: undefined };
  const all = await projectsWith('test');
  const onServer = Boolean(process.env.TEST_DATABASE_URL) || (await hasPostgres());
  return sum([
    await jest(
      all.filter((project) => project !== 'api'),
      { env },
    ),
    await jest(['api'], { env, only: onServer ? [`--testPathIgnorePatterns=${NOT_THROUGH_HTTP}`] : [] }),
  ]);
}

/** The database specs of the service once more, on a PostgreSQL server: the one given, or one of our own. */
export async function specsOnPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  try {
    return await jest(['api'], {
      env: { TEST_DATABASE_URL: server.url },
      only: [`--testPathPatterns=${DATABASE_SPECS}`],
    });
  } finally {
    await server.stop();
  }
}

/** The stores against the servers of their protocols. @throws {MissingTool} */
export async function mailServers() {
  await provideDovecot();
  return jestOf('mail-servers', inWorkspace('libs', 'stores', 'imap', 'jest.servers.config.cjs'));
}

/** Whole jobs between mail servers, with the clock moved. @throws {MissingTool} */
export async function mailJobs() {
  await provideDovecot();
  return ofMailJobs('mail-jobs', ['--testPathIgnorePatterns=cyrus']);
}

/** The same with Cyrus on one side. @throws {MissingTool} */
export async function mailJobsWithCyrus() {
  await provideDovecot();
  await provideCyrus();
  return ofMailJobs('mail-jobs-cyrus', ['--testPathPatterns=cyrus']);
}

/** Several processes of the built service on PostgreSQL servers of their own, which are stopped, cut off and set back. */
export const processes = () => ofProcesses('processes', ['--testPathIgnorePatterns=full-disk|mail-migration']);

/** The built service between two mail servers. @throws {MissingTool} */
export async function mailMigration() {
  await provideDovecot();
  return ofProcesses('mail-migration', ['--testPathPatterns=mail-migration']);
}

/** The built service on a disk that is filled to the last byte. @throws {MissingTool} */
export async function fullDisk() {
  requireMounts();
  return ofProcesses('full-disk', ['--testPathPatterns=full-disk']);
}

/** Production builds, and that nothing of the server reached the browser. */
export async function builds() {
  const counts = await onePerProject('build', { projects: ['api', 'cli', 'conformance', 'console', 'contracts'] });
  const statistics = readJson(inWorkspace('dist', 'apps', 'console', 'browser-stats.json'));
  const problems = statistics ? serverCodeInBundle(statistics) : ['The console wrote no browser-stats.json.'];
  return sum([counts, judge({ 'bundle without server code': problems })]);
}

/** What is generated and committed is what the sources say. */
export async function generated() {
  return judge(await staleArtefacts());
}

/** The packed contracts in an empty project: installed, type-checked, run and bundled. */
export async function contractsPackage() {
  return judge(await contractsPackageProblems());
}

/** Journeys in a real browser over the builds. Those with a mail server are left out, by name, where there is none. */
export async function journeys() {
  const chromium = await provideChromium();
  const noMail = await missing(provideDovecot);
  const reportFile = inWorkspace('tmp', 'test-results', 'e2e.json');
  rmSync(reportFile, { force: true });
  const { ok } = await runCommand(
    'playwright',
    [
      ...['test', '--config', 'apps/e2e/playwright.config.ts', '--reporter=list,json'],
      ...(noMail === null ? [] : ['--grep-invert', '@dovecot']),
    ],
    { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } },
  );
  const counts = ofPlaywright(readJson(reportFile), ok);
  return noMail === null ? counts : sum([counts, skipped(`journeys with a mail server: ${noMail}`)]);
}

/** Why a tool is not there; null when it is. Where every tool must be there the error is thrown. */
async function missing(provide) {
  try {
    await provide();
    return null;
  } catch (error) {
    if (!(error instanceof MissingTool) || process.env.CI === 'true') throw error;
    return error.message;
  }
}

async function onePerProject(target, { projects, toolArguments } = {}) {
  const all = projects ?? (await projectsWith(target));
  const failures = await runTarget(target, all, { toolArguments });
  return sum([passed(all.length - failures.size), failed(failures.size)]);
}

async function jest(projects, { env, only = [] }) {
  for (const project of projects) rmSync(resultFile(project), { force: true });
  const failures = await runTarget('test', projects, { env, toolArguments: [...jestArguments, ...only] });
  return sum(projects.map((project) => ofJest(readJson(resultFile(project)), !failures.has(project))));
}

/** Not by Nx, whose cache does not know of the builds that these need. */
function ofProcesses(name, only) {
  return jestOf(name, inWorkspace('apps', 'api', 'jest.processes.config.cjs'), only);
}

function ofMailJobs(name, only) {
  return jestOf(name, inWorkspace('apps', 'api', 'jest.mail.config.cjs'), only);
}

async function jestOf(name, config, only = []) {
  rmSync(resultFile(name), { force: true });
  // One at a time: each has several processes and a server of its own.
  const { ok } = await runCommand('jest', ['-c', config, ...jestArguments, '--maxWorkers=1', ...only], {
    env: {
      NX_TASK_TARGET_PROJECT: name,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  });
  return ofJest(readJson(resultFile(name)), ok);
}

/** @throws {MissingTool} */
function requireMounts() {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
  } catch {
    throw new MissingTool('A disk of a few megabytes: to mount one needs the rights of root.');
  } finally {
    rmdirSync(folder);
  }
}

/** @param {Record<string, string[]>} problemsByCheck */
function judge(problemsByCheck) {
  return sum(
    Object.entries(problemsByCheck).map(([name, problems]) => {
      console.log(`${problems.length === 0 ? '✔' : '✖'} ${name}`);
      for (const problem of problems) console.error(`    ${problem}`);
      return problems.length === 0 ? passed() : failed();
    }),
  );
}

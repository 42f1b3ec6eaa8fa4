import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../test/at-end.mjs';
import { MissingTool } from '../test/report.mjs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

/** How npm says that it reached no registry, as opposed to a package that does not fit. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/;

/** From the cache of npm if it can be, and one more attempt, after a second, if the registry is not there. */
const GIVING_UP_SOON = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

const QUIETLY = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];

/**
 * Packs the built contracts and installs the copy into a new project that has nothing else. The project lies outside of
 * the workspace, so that it finds no package there.
 *
 * @returns {Promise<{ folder: string, packed: string[] }>} `packed`: the files of the copy
 * @throws {MissingTool} where npm or the registry cannot be reached
 */
export async function installContracts() {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-contracts-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');

  const built = inWorkspace('dist', 'libs', 'contracts');
  const [copy] = JSON.parse(await npm(['pack', built, '--json', '--pack-destination', folder]));
  await npm(['install', join(folder, copy.filename), '--prefix', folder, ...GIVING_UP_SOON]);
  return { folder, packed: copy.files.map(({ path }) => path) };
}

/** @returns {string[]} names of the packages in the project, those of a scope with it */
export function installedPackages(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  return Object.keys(packages).map((path) => path.replace(/^node_modules\//, ''));
}

async function npm(args) {
  const { ok, stdout, output } = await runCommand('npm', [...args, ...QUIETLY], { quiet: true });
  if (ok) return stdout;
  const [unreachable] = UNREACHABLE.exec(output) ?? [];
  if (unreachable) throw new MissingTool(`npm registry: it cannot be reached (${unreachable}).`);
  if (output.includes('npm could not be started')) throw new MissingTool('npm: it is not on PATH.');
  throw new Error(`npm ${args[0]} failed:\n${output}`);
}

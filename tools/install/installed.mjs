import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inWorkspace } from '../workspace/paths.mjs';

/** Inside node_modules on purpose: whoever removes or reinstalls the folder removes the stamp with it. */
const stampFile = inWorkspace('node_modules', '.ferry-installed');

/** What an installation depends on: the lock file by content (a checkout changes file times), and the machine. */
function wantedStamp() {
  return createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(inWorkspace('package-lock.json')))
    .digest('hex');
}

export function isInstalled() {
  return readIfThere(stampFile) === wantedStamp();
}

export function markInstalled() {
  writeFileSync(stampFile, wantedStamp());
}

/**
 * Whether a hand-run `npm ci` already installed what the lock file asks for. npm leaves a list of what it installed in
 * node_modules; that list must agree with the lock file, and the Node that comes with it must run (it is fetched by an
 * install script, which a cautious npm may have refused to start).
 */
export function isInstalledByHand() {
  const hidden = readIfThere(inWorkspace('node_modules', '.package-lock.json'));
  if (hidden === undefined) return false;
  const there = JSON.parse(hidden).packages;
  const wanted = JSON.parse(readFileSync(inWorkspace('package-lock.json'), 'utf8')).packages;
  const agrees = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    return there[path] ? there[path].version === entry.version : entry.optional === true;
  });
  return agrees && Object.keys(there).every((path) => path in wanted) && bundledNodeRuns(wanted['node_modules/node']);
}

function bundledNodeRuns(entry) {
  try {
    const version = execFileSync(inWorkspace('node_modules', 'node', 'bin', 'node'), ['--version'], {
      encoding: 'utf8',
    });
    return version.trim() === `v${entry.version}`;
  } catch {
    return false;
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inWorkspace, root } from '../workspace/paths.mjs';

/**
 * Remembers which sources the builds in dist came from, so that a start without changes need not ask Nx. Sources count
 * by content, because a checkout changes file times. The builds count by size and time, because another command may
 * have built other sources into the same folder since.
 */
const stampFile = inWorkspace('dist', '.built-from');
const sources = ['apps/api', 'apps/console', 'libs', 'tools', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const builds = ['dist/apps/api/main.js', 'dist/apps/console/browser/index.html'];

/** Fingerprint of all that the builds are made from. Take it before building: an edit during the build must count. */
export function fingerprintSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(inWorkspace(source)))) {
    hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function isBuiltFrom(fingerprint) {
  try {
    return readFileSync(stampFile, 'utf8') === stamp(fingerprint);
  } catch {
    return false;
  }
}

export function markBuiltFrom(fingerprint) {
  writeFileSync(stampFile, stamp(fingerprint));
}

/** @throws when a build is missing */
function stamp(fingerprint) {
  const states = builds.map((build) => {
    const { size, mtimeMs } = statSync(inWorkspace(build));
    return `${build} ${size} ${mtimeMs}\n`;
  });
  return `${fingerprint}\n${states.join('')}`;
}

/** @returns {string[]} */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => !name.endsWith('.spec.ts') && name !== 'node_modules')
    .flatMap(({ name }) => filesBelow(join(path, name)));
}

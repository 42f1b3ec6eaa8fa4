import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/paths.mjs';

const GENERATED = new Set(['node_modules', '.git', '.nx', '.angular', 'coverage', 'test-results', 'playwright-report']);
const AT_ROOT_ONLY = new Set(['dist', 'tmp', 'data']);
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|gz|zip|pst|tar)$/;

/**
 * All hand-written text files of the workspace, as paths from its root.
 *
 * @returns {string[]}
 */
export function sourceFiles(folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (GENERATED.has(entry.name) || (folder === '' && AT_ROOT_ONLY.has(entry.name))) return [];
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.isFile() && !BINARY.test(path) && path !== 'package-lock.json' ? [path] : [];
  });
}

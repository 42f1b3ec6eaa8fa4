import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of something in the workspace. */
export const inWorkspace = (...segments) => join(root, ...segments);

/**
 * The environment for everything we start: the tools of node_modules come first on PATH, Node 24 among them, also when
 * the caller was started by hand with an older Node.
 *
 * @param {NodeJS.ProcessEnv} more
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(more = {}) {
  const tools = inWorkspace('node_modules', '.bin');
  return { ...process.env, PATH: [tools, process.env.PATH ?? ''].join(delimiter), ...more };
}

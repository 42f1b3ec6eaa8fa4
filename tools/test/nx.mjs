import { runCommand } from './run-command.mjs';

/** In CI every task really runs; elsewhere Nx replays what did not change. */
const cacheOptions = process.env.CI === 'true' ? ['--skip-nx-cache'] : [];

/** @returns {Promise<string[]>} names of the projects that have the target */
export async function projectsWith(target) {
  const { ok, stdout, output } = await runCommand('nx', ['show', 'projects', '--with-target', target, '--json'], {
    quiet: true,
  });
  if (!ok) throw new Error(`Nx cannot read the workspace:\n${output}`);
  return JSON.parse(stdout).sort();
}

/**
 * Runs one target of several projects, two at a time.
 *
 * @param {string} target
 * @param {string[]} projects
 * @param {{ toolArguments?: string[], env?: NodeJS.ProcessEnv }} options toolArguments: passed to the tool behind the target
 * @returns {Promise<Set<string>>} the projects that failed
 */
export async function runTarget(target, projects, { toolArguments = [], env = {} } = {}) {
  const { ok, output } = await runCommand(
    'nx',
    [
      'run-many',
      ...['-t', target, '-p', projects.join(',')],
      ...['--parallel=2', '--output-style=static-failures-only'],
      ...cacheOptions,
      ...(toolArguments.length > 0 ? ['--', ...toolArguments] : []),
    ],
    { env },
  );
  return ok ? new Set() : failedProjects(output, target, projects);
}

/** Nx ends with a list of the tasks that failed. Without one it failed as a whole, and so did every project. */
export function failedProjects(output, target, projects) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const list = plain.slice(plain.lastIndexOf('Failed tasks:'));
  const named = projects.filter((project) => list.includes(`- ${project}:${target}\n`));
  return new Set(named.length > 0 ? named : projects);
}

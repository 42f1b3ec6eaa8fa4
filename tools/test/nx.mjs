import { runCommand } from './run-command.mjs';

/** In CI every task really runs; elsewhere Nx replays what did not change. */
const cacheOptions = process.env.CI === 'true' ? ['--skip-nx-cache'] : [];

/** @type {Map<string, Promise<string[]>>} the workspace does not change during a run, and asking takes a second */
const answers = new Map();

/** @returns {Promise<string[]>} names of the projects that have the target */
export function projectsWith(target) {
  const answer = answers.get(target) ?? askNx(target);
  answers.set(target, answer);
  return answer;
}

async function askNx(target) {
  const question = ['show', 'projects', '--with-target', target, '--json'];
  const { ok, stdout, output } = await runCommand('nx', question, { quiet: true });
  if (!ok) throw new Error(`Nx cannot read the workspace:\n${output}`);
  return JSON.parse(stdout).sort();
}

/**
 * Runs one target of several projects, two at a time. A project that does not have the target fails.
 *
 * @param {string} target
 * @param {string[]} projects
 * @param {{ toolArguments?: string[], env?: NodeJS.ProcessEnv }} options toolArguments: passed to the tool behind the target
 * @returns {Promise<Set<string>>} the projects that failed
 */
export async function runTarget(target, projects, { toolArguments = [], env = {} } = {}) {
  // Nx leaves out what it does not know, and calls that a success.
  const known = await projectsWith(target);
  const unknown = projects.filter((project) => !known.includes(project));
  for (const project of unknown) console.error(`There is no project "${project}" with the target "${target}".`);
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
  return new Set([...unknown, ...(ok ? [] : failedProjects(output, target, projects))]);
}

/** Nx ends with a list of the tasks that failed. Without one it failed as a whole, and so did every project. */
export function failedProjects(output, target, projects) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const list = plain.slice(plain.lastIndexOf('Failed tasks:'));
  const named = projects.filter((project) => list.includes(`- ${project}:${target}\n`));
  return new Set(named.length > 0 ? named : projects);
}

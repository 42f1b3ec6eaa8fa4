import { consumerChecks } from './consumer-checks.mjs';
import { createConsumerProject } from './consumer-project.mjs';
import { nestProblems } from './nest-pipe.mjs';

/**
 * Installs the packed contracts into an empty project and does there what the README of the package promises. Needs the
 * builds of contracts and service.
 *
 * @returns {Promise<Record<string, string[]>>} problems by check
 * @throws {import('../test/report.mjs').MissingTool} where the copy cannot be installed
 */
export async function contractsPackageProblems() {
  const project = await createConsumerProject();
  const checks = { ...consumerChecks, 'example of the README: Nest': ({ job }) => nestProblems(job) };
  const problems = {};
  try {
    for (const [name, check] of Object.entries(checks)) {
      problems[name] = await check(project).catch((error) => [error.stack]);
    }
  } finally {
    await project.close();
  }
  return problems;
}

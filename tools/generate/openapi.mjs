import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

const committed = inWorkspace('apps', 'api', 'openapi.json');

/** @returns {Promise<string>} the OpenAPI document of the built service */
async function document() {
  const program = inWorkspace('dist', 'apps', 'api', 'generate-openapi.js');
  const { ok, stdout, output } = await runCommand('node', ['--enable-source-maps', program], { quiet: true });
  if (!ok) throw new Error(`The service cannot describe itself:\n${output}`);
  return `${stdout.trimEnd()}\n`;
}

export async function writeOpenapi() {
  writeFileSync(committed, await document());
}

/** @returns {Promise<string[]>} */
export async function staleOpenapi() {
  const now = await document();
  return readIfThere(committed) === now
    ? []
    : ['apps/api/openapi.json is not what the service says: run `npm run gen`.'];
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

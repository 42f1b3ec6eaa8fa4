import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

const committed = inWorkspace('docs', 'settings.md');

/** @returns {Promise<string>} the page of settings that the built service declares */
async function page() {
  const program = inWorkspace('dist', 'apps', 'api', 'generate-settings.js');
  const { ok, stdout, output } = await runCommand('node', ['--enable-source-maps', program], { quiet: true });
  if (!ok) throw new Error(`The service cannot list its settings:\n${output}`);
  return stdout;
}

export async function writeSettings() {
  writeFileSync(committed, await page());
}

/** @returns {Promise<string[]>} */
export async function staleSettings() {
  return readFileSync(committed, 'utf8') === (await page())
    ? []
    : ['docs/settings.md is not what the service declares: run `npm run gen`.'];
}

import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

/** Committed files that a program of the built service prints. */
const DOCUMENTS = [
  { file: 'apps/api/openapi.json', program: 'generate-openapi.js' },
  { file: 'docs/settings.md', program: 'generate-settings.js' },
];

export async function writeDocuments() {
  for (const { file, program } of DOCUMENTS) writeFileSync(inWorkspace(file), await print(program));
}

/** @returns {Record<string, () => Promise<string[]>>} one check per document */
export const documentChecks = Object.fromEntries(
  DOCUMENTS.map(({ file, program }) => [
    `${file} is current`,
    async () => {
      const now = await print(program);
      return readIfThere(inWorkspace(file)) === now
        ? []
        : [`${file} is not what the service says: run \`npm run gen\`.`];
    },
  ]),
);

/** @returns {Promise<string>} what the program prints, with one line end behind it */
async function print(program) {
  const path = inWorkspace('dist', 'apps', 'api', program);
  const { ok, stdout, output } = await runCommand('node', ['--enable-source-maps', path], { quiet: true });
  if (!ok) throw new Error(`${program} of the built service failed:\n${output}`);
  return `${stdout.trimEnd()}\n`;
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../test/run-command.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

/**
 * Committed files that a program of a build prints; the rest of a file, from a line of its own on, where `after` says so.
 */
const DOCUMENTS = [
  { file: 'apps/api/openapi.json', program: ['api', 'print-document.js'], args: ['openapi'] },
  { file: 'docs/settings.md', program: ['api', 'print-document.js'], args: ['settings'] },
  { file: 'docs/errors.md', program: ['api', 'print-document.js'], args: ['errors'] },
  {
    file: 'apps/conformance/README.md',
    program: ['conformance', 'main.js'],
    args: ['--list', '--markdown'],
    after: '<!-- What follows is written by `npm run gen`. -->\n',
  },
];

export async function writeDocuments() {
  for (const document of DOCUMENTS) writeFileSync(inWorkspace(document.file), await wholeText(document));
}

/** @returns {Record<string, () => Promise<string[]>>} one check per document */
export const documentChecks = Object.fromEntries(
  DOCUMENTS.map((document) => [
    `${document.file} is current`,
    async () =>
      readIfThere(inWorkspace(document.file)) === (await wholeText(document))
        ? []
        : [`${document.file} is not what the sources say: run \`npm run gen\`.`],
  ]),
);

/** @returns {Promise<string>} what the file is to hold */
async function wholeText({ file, program, args = [], after }) {
  const printed = await print(program, args);
  if (after === undefined) return printed;
  const [kept, ...rest] = (readIfThere(inWorkspace(file)) ?? '').split(after);
  if (rest.length !== 1) throw new Error(`${file} needs the line ${after.trim()} once.`);
  return `${kept}${after}\n${printed}`;
}

/** @returns {Promise<string>} what the program prints, with one line end behind it */
async function print(program, args) {
  const path = inWorkspace('dist', 'apps', ...program);
  const { ok, stdout, output } = await runCommand('node', ['--enable-source-maps', path, ...args], { quiet: true });
  if (!ok) throw new Error(`${program.join('/')} failed:\n${output}`);
  return `${stdout.trimEnd()}\n`;
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

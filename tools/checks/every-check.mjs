import { existsSync, readFileSync } from 'node:fs';
import { depConstraints } from '../lint/boundaries.mjs';
import { inWorkspace } from '../workspace/paths.mjs';
import { forbiddenMarks } from './forbidden-marks.mjs';
import { missingOptionalPackages } from './lock-file.mjs';
import { wrongTags } from './project-tags.mjs';
import { missingSpecs } from './promises.mjs';
import { strayTexts } from './screen-texts.mjs';
import { sourceFiles } from './source-files.mjs';

const read = (file) => readFileSync(inWorkspace(file), 'utf8');

/**
 * The checks that read files and need no other tool. Each returns one sentence per problem.
 *
 * @type {Record<string, () => string[]>}
 */
export const everyCheck = {
  'lock file complete': () => missingOptionalPackages(JSON.parse(read('package-lock.json'))),

  'projects tagged': () => {
    const knownTags = depConstraints.map(({ sourceTag }) => sourceTag);
    return sourceFiles()
      .filter((file) => file.endsWith('/project.json'))
      .flatMap((file) => wrongTags(file, JSON.parse(read(file)), knownTags));
  },

  'promises have their specs': () =>
    missingSpecs(read('docs/promises.md'), (file) => (existsSync(inWorkspace(file)) ? read(file) : undefined)),

  'screen texts in their files': () => sourceFiles().flatMap((file) => strayTexts(file, read(file))),

  'no forbidden marks': () => sourceFiles().flatMap((file) => forbiddenMarks(file, read(file))),
};

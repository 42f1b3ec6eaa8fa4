/** Marks that must not be left in a commit, each with what to do instead. Written so as not to find themselves. */
const MARKS = [
  {
    files: /\.(spec|e2e)\.ts$/,
    mark: /\b(?:describe|it|test)\.(?:only|skip|todo|fixme)\b|\b(?:fdescribe|fit|xdescribe|xit|xtest)\(/,
    advice: 'run every test, or remove it; a test for many connections goes through its named wrapper',
  },
  {
    files: /\.(ts|mjs|cjs|js|html|css|scss|sql)$/,
    mark: /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/,
    advice: 'do it, or write an issue',
  },
  {
    files: /\.(ts|mjs|cjs|js)$/,
    mark: /^\s*debugger\b|@ts-(?:ignore|nocheck)\b/,
    advice: 'remove it; a type that cannot be said needs @ts-expect-error with the reason',
  },
  {
    files: /\.(ts|mjs|cjs|js|html)$/,
    mark: /eslint-disable(?!.*-- \S)/,
    advice: 'say why after " -- ", or keep the rule',
  },
  { files: /./, mark: /^(?:<{7} |>{7} |={7}$)/, advice: 'finish the merge' },
];

/** The file that names the marks, and the one that proves that they are found. */
const ABOUT_MARKS = /^tools\/checks\/forbidden-marks\.(mjs|spec\.ts)$/;

/**
 * @param {string} file path from the root of the workspace
 * @param {string} text
 * @returns {string[]} one sentence per mark
 */
export function forbiddenMarks(file, text) {
  if (ABOUT_MARKS.test(file)) return [];
  const marks = MARKS.filter(({ files }) => files.test(file));
  return text.split('\n').flatMap((line, index) =>
    marks.flatMap(({ mark, advice }) => {
      const found = mark.exec(line);
      return found ? [`${file}:${index + 1} has "${found[0].trim()}": ${advice}.`] : [];
    }),
  );
}

/** A spec as the page names it: a link to its file, a colon, and its title in quotation marks. */
const NAMED = /\]\(\.\.\/([^)]+\.spec\.ts)\): “([^”]+)”/g;

/**
 * Specs that the page of promises names and that are not there: a promise that nobody would miss. A promise without any
 * spec is one, too.
 *
 * @param {string} page the text of docs/promises.md
 * @param {(file: string) => string | undefined} textOf the text of a file of the workspace; undefined where there is none
 * @returns {string[]} one sentence per spec
 */
export function missingSpecs(page, textOf) {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .flatMap((row) => {
      const specs = [...row.matchAll(NAMED)];
      if (specs.length === 0) return [`docs/promises.md names no spec for ${row.split('|')[1]?.trim()}.`];
      return specs.flatMap(([, file = '', title = '']) => {
        const text = textOf(file);
        if (text === undefined) return [`docs/promises.md names ${file}, which is not there.`];
        return text.includes(title) ? [] : [`docs/promises.md names “${title}”, which ${file} does not have.`];
      });
    });
}

const BLOCK = /^```\w+ (\S+)\n(.*?)^```$/gms;

/**
 * The code blocks of a Markdown text that say which file they are: the word behind the language, as in `ts script.ts`.
 *
 * @param {string} markdown
 * @returns {Record<string, string>} code by file name
 */
export function readmeExamples(markdown) {
  return Object.fromEntries([...markdown.matchAll(BLOCK)].map(([, file, code]) => [file, code]));
}

// eslint-disable-next-line @nx/enforce-module-boundaries -- templates of the console are read here, and never run
import { parseTemplate, TmplAstRecursiveVisitor, tmplAstVisitAll } from '@angular/compiler';

const TEMPLATE_FILE = /^apps\/console\/src\/.*\.html$/;
const COMPONENT_FILE = /^apps\/console\/src\/.*(?<!\.spec|\.texts)\.ts$/;
const INLINE_TEMPLATE = /^ {2}template: (?:`([^`]*)`|'([^']*)'),?$/m;
/** Attributes that people read or hear. */
const READ = /^(aria-label|title|placeholder|alt|label|heading|lead)$/;
const WORD = /\p{L}{2}/u;
/** The name of the product is the same in every language. */
const NAMES = new Set(['Ferry']);

/**
 * Words that stand in a template of the console, where nobody who translates would look for them.
 *
 * @param {string} file path from the root of the workspace
 * @param {string} text
 * @returns {string[]} one sentence per text
 */
export function strayTexts(file, text) {
  const template = templateIn(file, text);
  if (template === null) return [];
  const { nodes, errors } = parseTemplate(template, file, { preserveWhitespaces: false });
  if (errors?.length) return errors.map((error) => `${file} cannot be read: ${error.msg}.`);
  const finder = new TextFinder();
  tmplAstVisitAll(finder, nodes);
  return finder.found.map((words) => `${file} says "${words}": put it into the .texts.ts file beside it.`);
}

function templateIn(file, text) {
  if (file === 'apps/console/src/index.html') return null;
  if (TEMPLATE_FILE.test(file)) return text;
  if (!COMPONENT_FILE.test(file)) return null;
  const [, long, short] = INLINE_TEMPLATE.exec(text) ?? [];
  return long ?? short ?? null;
}

class TextFinder extends TmplAstRecursiveVisitor {
  /** @type {string[]} */
  found = [];

  /** @param {import('@angular/compiler').TmplAstText} text */
  visitText(text) {
    this.note(text.value);
  }

  /** @param {import('@angular/compiler').TmplAstBoundText} text */
  visitBoundText(text) {
    for (const between of text.value.ast.strings ?? []) this.note(between);
  }

  /** @param {import('@angular/compiler').TmplAstTextAttribute} attribute */
  visitTextAttribute({ name, value }) {
    if (READ.test(name)) this.note(value);
  }

  note(value) {
    const words = value.replace(/\s+/g, ' ').trim();
    if (WORD.test(words) && !NAMES.has(words)) this.found.push(words);
  }
}

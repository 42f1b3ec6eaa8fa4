import { DomainError } from './domain-error';

/** `{0}`, `<X>` with words in it, and `[X]` with a single letter; `[Source]` and `[{0}]` are brackets of the text. */
const PLACEHOLDER = /\{\d+\}|<[A-Za-z][A-Za-z ]*>|\[[A-Z]\]/g;

/**
 * The placeholders of a published text, each once: numbered ones by their number, named ones by first appearance. A
 * text has either kind, never both.
 */
export function placeholdersOf(template: string): readonly string[] {
  const distinct = [...new Set(template.match(PLACEHOLDER))];
  return distinct.sort((a, b) => numberOf(a) - numberOf(b));
}

/** Named placeholders all count as equal, so that the stable sort leaves them in their order. */
function numberOf(placeholder: string): number {
  return placeholder.startsWith('{') ? Number(placeholder.slice(1, -1)) : 0;
}

/**
 * Fills a text: the first parameter goes to the first of {@link placeholdersOf}, the second to the next. A placeholder
 * that occurs twice takes one parameter. Parameters are put in as they are and never searched for placeholders.
 *
 * @throws DomainError `wrongParameterCount` when there are more or fewer parameters than placeholders
 */
export function fillTemplate(template: string, params: readonly string[]): string {
  const placeholders = placeholdersOf(template);
  if (placeholders.length !== params.length) {
    throw new DomainError(
      'wrongParameterCount',
      `"${template}" takes ${placeholders.length} parameters, ${params.length} were given`,
    );
  }
  const values = new Map(placeholders.map((placeholder, index) => [placeholder, params[index]]));
  return template.replace(PLACEHOLDER, (placeholder) => values.get(placeholder) ?? placeholder);
}

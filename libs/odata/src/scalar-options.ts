import { errorAt, quote } from './errors';
import { checkOptionText } from './option-text';

/** Parses `$top`: how many resources at most, at least 1 as Graph's paging page has it. The consumer caps it. */
export function parseTop(text: string): number {
  const top = parseWholeNumber('$top', text);
  if (top < 1) throw errorAt('literalOutOfRange', '$top', 0, 'the smallest value is 1');
  return top;
}

/** Parses `$skip`: how many resources to leave out first, 0 or more. */
export function parseSkip(text: string): number {
  return parseWholeNumber('$skip', text);
}

/** Parses `$count`: whether the answer carries `@odata.count`. */
export function parseCount(text: string): boolean {
  checkOptionText('$count', text);
  const word = text.toLowerCase();
  if (word !== 'true' && word !== 'false') {
    throw errorAt('invalidLiteral', '$count', 0, `${quote(text)} is neither true nor false`);
  }
  return word === 'true';
}

/** Passes `$skiptoken` through: only the service that issued it knows what it holds. */
export function parseSkipToken(text: string): string {
  checkOptionText('$skiptoken', text);
  return text;
}

function parseWholeNumber(option: string, text: string): number {
  checkOptionText(option, text);
  if (!/^\d+$/.test(text))
    throw errorAt('invalidLiteral', option, 0, `${quote(text)} is not a whole number of 0 or more`);
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw errorAt('literalOutOfRange', option, 0, `the number ${quote(text)} is too large`);
  return value;
}

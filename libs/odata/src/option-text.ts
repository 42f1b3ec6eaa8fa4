import { ODataQueryError, errorAt } from './errors';

/** The longest value of one query option, in UTF-16 code units after percent-decoding. */
export const MAX_OPTION_LENGTH = 10_000;

/** How deep parentheses and `not` may nest in a `$filter`; it bounds the recursion of every reader of the tree. */
export const MAX_NESTING_DEPTH = 100;

/** Refuses what no option may be: empty, endless, or holding a NUL, which PostgreSQL cannot store or compare. */
export function checkOptionText(option: string, text: string): void {
  if (text.trim() === '') throw new ODataQueryError('emptyOption', option, 0, `${option} has no value.`);
  if (text.length > MAX_OPTION_LENGTH) {
    throw errorAt('tooLong', option, MAX_OPTION_LENGTH, `the value is longer than ${MAX_OPTION_LENGTH} characters`);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw errorAt('invalidCharacter', option, nul, 'the character U+0000 is not allowed');
}

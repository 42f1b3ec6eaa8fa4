import type { SearchTerm } from './ast';
import { errorAt, quote } from './errors';
import { checkOptionText } from './option-text';

const OPTION = '$search';
const TERM = /\s*(?:"((?:[^"\\]|\\.)*)("?)|([^\s"()]+))/suy;

/**
 * Parses the decoded value of `$search`: words and phrases in double quotes, all of which must match (OData 4.01 part 2,
 * section 5.1.7, where a space means AND). In a phrase, `\"` and `\\` stand for the second character. `AND` is allowed
 * between terms; `OR`, `NOT` and parentheses are refused by name.
 */
export function parseSearch(text: string): readonly SearchTerm[] {
  checkOptionText(OPTION, text);
  const source = text.trimEnd();
  const terms: SearchTerm[] = [];
  let joined: number | undefined;
  for (let offset = 0; offset < source.length; offset = TERM.lastIndex) {
    const term = readTerm(source, offset);
    if (term.kind === 'phrase' || term.text !== 'AND') {
      terms.push(term);
      joined = undefined;
    } else if (terms.length === 0 || joined !== undefined) {
      throw errorAt('unexpectedToken', OPTION, term.position, "'AND' stands between two terms");
    } else {
      joined = term.position;
    }
  }
  if (joined !== undefined) throw errorAt('unexpectedToken', OPTION, joined, "'AND' stands between two terms");
  return terms;
}

function readTerm(source: string, offset: number): SearchTerm {
  TERM.lastIndex = offset;
  const found = TERM.exec(source);
  if (!found) {
    const position = source.slice(offset).search(/[()]/) + offset;
    throw errorAt(
      'unsupportedOperator',
      OPTION,
      position,
      'parentheses are not supported; put a phrase in double quotes',
    );
  }
  const [whole, phrase, closing, word = ''] = found;
  const position = offset + whole.length - whole.trimStart().length;
  if (phrase !== undefined) return readPhrase(phrase, closing, position);
  if (word === 'OR' || word === 'NOT') {
    const problem = `the operator '${word}' is not supported; put the word in double quotes to look for it`;
    throw errorAt('unsupportedOperator', OPTION, position, problem);
  }
  return { kind: 'word', text: word, position };
}

function readPhrase(raw: string, closing: string | undefined, position: number): SearchTerm {
  if (closing !== '"') throw errorAt('unterminatedString', OPTION, position, 'the phrase has no closing quote');
  const text = raw.replace(/\\(.)/gsu, '$1');
  if (text.trim() === '') throw errorAt('invalidLiteral', OPTION, position, `the phrase ${quote(raw)} is empty`);
  return { kind: 'phrase', text, position };
}

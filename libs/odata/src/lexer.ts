import type { EnumLiteral, Literal } from './ast';
import { errorAt, quote } from './errors';
import { parseUnquotedLiteral } from './unquoted-literal';

/** A punctuation mark of the grammar. */
export type Mark = '(' | ')' | ',' | '*';

/**
 * One token: a punctuation mark, a path of names (keywords and operators are paths of one name, told apart by where they
 * stand, so a property may be called `in`), a literal that cannot be mistaken for a name, or the end of the text.
 */
export type Token = { readonly text: string; readonly position: number; readonly end: number } & (
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'path'; readonly segments: readonly [string, ...string[]] }
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'end' }
);

const SPACE = /[ \t]*/y;
const MARK = /[(),*]/y;
const STRING = /'(?:[^']|'')*('?)/y;
// No name holds a hyphen, so eight hexadecimal digits before one can only begin a GUID.
const UNQUOTED = /(?:[-+0-9]|[0-9a-f]{8}-)[\w.:+-]*/iy;
// OData ABNF odataIdentifier, without its limit of 128 characters.
const NAME = String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*`;
const PATH = new RegExp(`${NAME}(?:[./]${NAME})*`, 'uy');
const ENUM_VALUE = new RegExp(`^(?:${NAME}|-?\\d+)$`, 'u');

const HINTS: Readonly<Record<string, string>> = {
  '"': 'strings are written in single quotes',
  '‘': "strings are written in straight single quotes, '",
  '’': "strings are written in straight single quotes, '",
  '=': "equality is written 'eq'",
  '@': 'parameter aliases and annotations are not supported',
  '/': 'a path is names joined by single slashes',
};

/** Reads the token that begins at or after `offset`. Throws the errors of malformed text; never reads past one token. */
export function readToken(option: string, source: string, offset: number): Token {
  const position = offset + (match(SPACE, source, offset)?.[0].length ?? 0);
  if (position >= source.length) return { kind: 'end', text: '', position: source.length, end: source.length };

  const mark = match(MARK, source, position)?.[0];
  if (mark !== undefined) return { kind: 'mark', mark: mark as Mark, text: mark, position, end: position + 1 };

  const text = match(UNQUOTED, source, position)?.[0];
  if (text !== undefined) {
    const literal = parseUnquotedLiteral(option, text, position);
    return { kind: 'literal', literal, text, position, end: position + text.length };
  }
  if (source[position] === "'") return readString(option, source, position);

  const path = match(PATH, source, position)?.[0];
  if (path !== undefined) return readPath(option, source, path, position);

  const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
  const hint = HINTS[character];
  const problem = `unexpected character ${quote(character)}${hint === undefined ? '' : `; ${hint}`}`;
  throw errorAt('invalidCharacter', option, position, problem);
}

function readString(option: string, source: string, position: number): Token {
  const text = stringAt(option, source, position);
  const literal: Literal = { kind: 'string', value: unquoted(text), position };
  return { kind: 'literal', literal, text, position, end: position + text.length };
}

function readPath(option: string, source: string, path: string, position: number): Token {
  const end = position + path.length;
  const qualified = path.includes('.');
  if (source[end] === "'") {
    if (!qualified || path.includes('/')) {
      throw errorAt('invalidLiteral', option, position, `literals of the form ${quote(path)}'...' are not supported`);
    }
    return readEnum(option, source, path, position);
  }
  if (qualified) {
    throw errorAt('unsupportedPath', option, position, `type names such as ${quote(path)} are not supported in paths`);
  }
  const [first = path, ...rest] = path.split('/');
  return { kind: 'path', segments: [first, ...rest], text: path, position, end };
}

function readEnum(option: string, source: string, typeName: string, position: number): Token {
  const valuePosition = position + typeName.length;
  const quoted = stringAt(option, source, valuePosition);
  const value = unquoted(quoted);
  if (!ENUM_VALUE.test(value)) {
    throw errorAt('invalidLiteral', option, valuePosition, `${quote(value)} is not a member of an enumeration`);
  }
  const literal: EnumLiteral = { kind: 'enum', typeName, value, position };
  return { kind: 'literal', literal, text: typeName + quoted, position, end: valuePosition + quoted.length };
}

function stringAt(option: string, source: string, position: number): string {
  const found = match(STRING, source, position);
  if (!found || found[1] === '')
    throw errorAt('unterminatedString', option, position, 'the string has no closing quote');
  return found[0];
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'");
}

function match(sticky: RegExp, source: string, position: number): RegExpExecArray | null {
  sticky.lastIndex = position;
  return sticky.exec(source);
}

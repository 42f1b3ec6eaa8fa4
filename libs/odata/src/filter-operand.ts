import type { FunctionCall, FunctionName, Literal, Membership, PropertyPath } from './ast';
import { quote } from './errors';
import { readPropertyPath } from './property-path';
import type { TokenCursor } from './token-cursor';

const FUNCTIONS: Readonly<Record<FunctionName, true>> = { startswith: true, endswith: true, contains: true };

/** Reads a constant, or nothing if none is next. `true`, `false` and `null` are read in any case. */
export function readLiteral(cursor: TokenCursor): Literal | undefined {
  const { next } = cursor;
  if (next.kind === 'literal') {
    cursor.take();
    return next.literal;
  }
  const word = cursor.keyword();
  if (word !== 'true' && word !== 'false' && word !== 'null') return undefined;
  const { position } = cursor.take();
  return word === 'null' ? { kind: 'null', position } : { kind: 'boolean', value: word === 'true', position };
}

/** Reads `status` or `contains(displayName,'x')`. */
export function readPropertyOrCall(cursor: TokenCursor): PropertyPath | FunctionCall {
  const path = readPropertyPath(cursor, 'a property, a value or a function');
  if (!cursor.isAt('(')) return path;

  const name = functionName(cursor, path);
  cursor.take();
  const property = readPropertyPath(cursor, 'a property');
  if (cursor.isAt('(')) {
    throw cursor.error('unsupportedFunction', `a function inside ${quote(name)} is not supported`, property.position);
  }
  cursor.expect(',');
  const argument = readLiteral(cursor);
  if (!argument) throw cursor.unexpected('a string in single quotes');
  if (argument.kind !== 'string') {
    throw cursor.error('unexpectedToken', `${quote(name)} needs a string in single quotes`, argument.position);
  }
  cursor.expect(')');
  return { kind: 'function', name, property, argument, position: path.position };
}

/** Reads ` in ('a','b')` after the property; a list is never empty. */
export function readMembership(cursor: TokenCursor, property: PropertyPath): Membership {
  cursor.take();
  cursor.expect('(');
  const first = readListed(cursor);
  const others: Literal[] = [];
  while (cursor.skip(',')) others.push(readListed(cursor));
  if (!cursor.skip(')')) throw cursor.unexpected("',' or ')'");
  return { kind: 'in', property, values: [first, ...others], position: property.position };
}

function readListed(cursor: TokenCursor): Literal {
  const literal = readLiteral(cursor);
  if (!literal) throw cursor.unexpected('a value');
  return literal;
}

function functionName(cursor: TokenCursor, path: PropertyPath): FunctionName {
  const written = path.segments.at(-1) ?? path.segments[0];
  const name = written.toLowerCase();
  if (path.segments.length === 1 && isFunctionName(name)) return name;
  throw cursor.error('unsupportedFunction', `the function ${quote(written)} is not supported`, path.position);
}

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

import type { PropertyPath } from './ast';
import { quote } from './errors';
import type { TokenCursor } from './token-cursor';

/** Reads a property path; `expected` says in an error what was wanted. */
export function readPropertyPath(cursor: TokenCursor, expected: string): PropertyPath {
  const token = cursor.next;
  if (token.kind !== 'path') throw cursor.unexpected(expected);
  cursor.take();
  return { kind: 'property', segments: token.segments, position: token.position };
}

/** The text of a path, as a client writes it: `exchangeSettings/sourceEndpoint`. For messages, logs and SQL maps. */
export function printPropertyPath(property: PropertyPath): string {
  return property.segments.join('/');
}

/** Refuses a parenthesis after a name in a list of names, as in `users($select=id)`. */
export function refuseNestedOptions(cursor: TokenCursor, name: string): void {
  if (cursor.isAt('(')) {
    throw cursor.error('unsupportedNestedOptions', `options in parentheses after ${quote(name)} are not supported`);
  }
}

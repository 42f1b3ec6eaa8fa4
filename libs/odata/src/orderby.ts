import type { OrderByKey } from './ast';
import { quote } from './errors';
import { printPropertyPath, readPropertyPath } from './property-path';
import { TokenCursor } from './token-cursor';

/**
 * Parses the decoded value of `$orderby`: property paths, each ascending unless `desc` follows (OData 4.01 part 2,
 * section 5.1.5). A key named twice is refused, since the second could never decide anything.
 */
export function parseOrderBy(text: string): readonly OrderByKey[] {
  const cursor = new TokenCursor('$orderby', text);
  const keys: OrderByKey[] = [];
  const seen = new Set<string>();
  do {
    const key = readKey(cursor);
    const name = printPropertyPath(key.property);
    if (seen.has(name)) throw cursor.error('duplicatedName', `${quote(name)} is listed twice`, key.position);
    seen.add(name);
    keys.push(key);
  } while (cursor.skip(','));
  if (cursor.next.kind !== 'end') throw cursor.unexpected("'asc', 'desc', ',' or the end");
  return keys;
}

function readKey(cursor: TokenCursor): OrderByKey {
  const property = readPropertyPath(cursor, 'a property');
  if (cursor.isAt('(')) {
    const name = quote(printPropertyPath(property));
    throw cursor.error('unsupportedFunction', `the function ${name} is not supported`, property.position);
  }
  const word = cursor.keyword();
  if (word !== 'asc' && word !== 'desc') return { property, direction: 'asc', position: property.position };
  cursor.take();
  return { property, direction: word, position: property.position };
}

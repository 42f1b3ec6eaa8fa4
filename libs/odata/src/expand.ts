import type { ExpandItem } from './ast';
import { quote } from './errors';
import { printPropertyPath, readPropertyPath, refuseNestedOptions } from './property-path';
import { TokenCursor } from './token-cursor';

/**
 * Parses the decoded value of `$expand`: names of relationships, each once (OData 4.01 part 2, section 5.1.3). Nested
 * options such as `users($top=5)`, paths such as `users/$ref` and `*` are refused.
 */
export function parseExpand(text: string): readonly ExpandItem[] {
  const cursor = new TokenCursor('$expand', text);
  const items: ExpandItem[] = [];
  const seen = new Set<string>();
  do {
    const item = readItem(cursor);
    if (seen.has(item.name)) {
      throw cursor.error('duplicatedName', `${quote(item.name)} is listed twice`, item.position);
    }
    seen.add(item.name);
    items.push(item);
  } while (cursor.skip(','));
  if (cursor.next.kind !== 'end') throw cursor.unexpected("',' or the end");
  return items;
}

function readItem(cursor: TokenCursor): ExpandItem {
  const path = readPropertyPath(cursor, 'the name of a relationship');
  const name = printPropertyPath(path);
  if (path.segments.length > 1) {
    throw cursor.error('unsupportedPath', `the path ${quote(name)} cannot be expanded`, path.position);
  }
  refuseNestedOptions(cursor, name);
  return { name, position: path.position };
}

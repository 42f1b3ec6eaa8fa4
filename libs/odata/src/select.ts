import type { SelectItem } from './ast';
import { printPropertyPath, readPropertyPath, refuseNestedOptions } from './property-path';
import { TokenCursor } from './token-cursor';

/**
 * Parses the decoded value of `$select`: property paths or `*` (OData 4.01 part 2, section 5.1.4), in the order written.
 * Options in parentheses are refused by name.
 */
export function parseSelect(text: string): readonly SelectItem[] {
  const cursor = new TokenCursor('$select', text);
  const items: SelectItem[] = [];
  do {
    items.push(readItem(cursor));
  } while (cursor.skip(','));
  if (cursor.next.kind !== 'end') throw cursor.unexpected("',' or the end");
  return items;
}

function readItem(cursor: TokenCursor): SelectItem {
  const { position } = cursor.next;
  if (cursor.skip('*')) return { kind: 'all', position };
  const property = readPropertyPath(cursor, "a property or '*'");
  refuseNestedOptions(cursor, printPropertyPath(property));
  return property;
}

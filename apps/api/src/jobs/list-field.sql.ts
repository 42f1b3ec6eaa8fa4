import { ODataQueryError, printPropertyPath, type PropertyPath } from '@ferry/odata';
import type { SQL } from 'drizzle-orm';

/** How values of a member are compared. */
export type FieldType = 'string' | 'guid' | 'dateTimeOffset' | 'enum' | 'number';

/** A scalar member of the objects of a list that may be filtered or sorted by. */
export interface ListField {
  readonly type: FieldType;
  readonly column: SQL;
  /** Words of an enumeration or a vocabulary; a filter by another word is refused. */
  readonly words?: readonly string[];
  /** Qualified name of an enumeration; a vocabulary has none. */
  readonly typeName?: string;
  /** What lists are sorted by where that is not the column itself: an index is built on the very same expression. */
  readonly sortedBy?: SortExpression;
  /** Whether an object may be without a value. */
  readonly nullable?: true;
  /** Whether all objects of a list have the same value, so that it decides nothing. */
  readonly constant?: true;
  /** Whether no two objects of a list have the same value, so that nothing needs to be decided behind it. */
  readonly unique?: true;
}

/** An expression that lists are sorted by. */
export interface SortExpression {
  readonly type: 'number' | 'string';
  readonly sql: SQL;
}

/** An allow-list: what is not named here cannot reach a statement. Keys are lower-cased paths. */
export type ListFields = ReadonlyMap<string, ListField>;

/** The member that a path names; refuses one that the objects of the list do not have. */
export function fieldAt(fields: ListFields, path: PropertyPath, option: '$filter' | '$orderby'): ListField {
  const field = fields.get(path.segments.join('/').toLowerCase());
  if (field) return field;
  const problem = `'${printPropertyPath(path)}' is not a member that ${option} can use here`;
  const message = `Invalid ${option} at position ${path.position}: ${problem}.`;
  throw new ODataQueryError('unsupportedPath', option, path.position, message);
}

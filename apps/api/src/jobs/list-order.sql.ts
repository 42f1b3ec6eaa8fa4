import { parseDateTimeOffset } from '@ferry/contracts';
import type { OrderByKey } from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { BadRequestError } from '../graph/graph-http-error';
import { isGuid, isStorable } from './job-key';
import { fieldAt, type FieldType, type ListField, type ListFields } from './list-field.sql';

/** How {@link textOf} writes a moment. */
const MOMENT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** One key of a total order. */
interface OrderKey {
  readonly name: string;
  readonly type: FieldType;
  readonly sql: SQL;
  readonly descending: boolean;
}

/** A key by which a list is sorted when nobody asks for another order, or that decides between equals. */
export interface NamedField {
  readonly name: string;
  readonly field: ListField;
  readonly descending: boolean;
}

/**
 * A total order over the objects of a list, and the place behind an object in it. Pages that begin at a place neither
 * repeat nor miss an object while others arrive.
 */
export class ListOrder {
  private constructor(private readonly keys: readonly OrderKey[]) {}

  /**
   * The order that `$orderby` asks for, or the usual one without it. What decides nothing is left out, so that one index
   * serves: members that are the same everywhere, and all that stands behind one that is different everywhere.
   * Throws `ODataQueryError`.
   *
   * @param id the member that decides between equals; it runs in the direction of the key before it
   */
  static of(
    orderby: readonly OrderByKey[] | undefined,
    fields: ListFields,
    usual: NamedField,
    id: Omit<NamedField, 'descending'>,
  ): ListOrder {
    const asked = (orderby ?? []).map((key) => ({
      name: key.property.segments.join('/').toLowerCase(),
      field: fieldAt(fields, key.property, '$orderby'),
      descending: key.direction === 'desc',
    }));
    const telling = (asked.length > 0 ? asked : [usual]).filter(({ field }) => !field.constant);
    const end = telling.findIndex(({ field }) => field.unique);
    if (end >= 0) return new ListOrder(telling.slice(0, end + 1).map(keyOf));
    const descending = telling.at(-1)?.descending ?? false;
    return new ListOrder([...telling, { ...id, descending }].map(keyOf));
  }

  /** The `order by` list. */
  sql(): SQL {
    return sql.join(
      this.keys.map((key) => (key.descending ? sql`${key.sql} desc` : sql`${key.sql} asc`)),
      sql`, `,
    );
  }

  /** What a statement has to select so that the place behind a row can be told. */
  columns(): SQL {
    return sql`array[${sql.join(this.keys.map(textOf), sql`, `)}]`;
  }

  /** The skip token of a place: the values of the keys, and which keys they are. */
  token(values: readonly string[]): string {
    return Buffer.from(JSON.stringify([this.signature(), ...values])).toString('base64url');
  }

  /** The condition that a row lies behind the place of a token. Refuses a token of another order with 400. */
  behind(token: string): SQL {
    const values = this.read(token);
    const parameters = this.keys.map(({ type }, index) => parameter(type, values[index] ?? ''));
    const directions = new Set(this.keys.map((key) => key.descending));
    if (directions.size === 1) {
      const columns = this.keys.map((key) => key.sql);
      const operator = this.keys[0]?.descending ? sql`<` : sql`>`;
      return sql`(${sql.join(columns, sql`, `)}) ${operator} (${sql.join(parameters, sql`, `)})`;
    }
    const steps = this.keys.map((key, index) => {
      const equal = this.keys.slice(0, index).map((before, at) => sql`${before.sql} = ${parameters[at]}`);
      const beyond = sql`${key.sql} ${key.descending ? sql`<` : sql`>`} ${parameters[index]}`;
      return sql`(${sql.join([...equal, beyond], sql` and `)})`;
    });
    return sql`(${sql.join(steps, sql` or `)})`;
  }

  private signature(): string {
    return this.keys.map((key) => `${key.name}${key.descending ? '-' : '+'}`).join();
  }

  private areValues(values: readonly unknown[]): values is string[] {
    return this.keys.every(({ type }, index) => isValueOf(type, values[index]));
  }

  private read(token: string): string[] {
    try {
      const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
      if (Array.isArray(parsed) && parsed.length === this.keys.length + 1) {
        const [signature, ...values] = parsed as unknown[];
        if (signature === this.signature() && this.areValues(values)) return values;
      }
    } catch {
      // Falls through: whatever it is, we did not write it.
    }
    throw new BadRequestError('$skiptoken does not belong to this list. Follow @odata.nextLink as it is.', {
      target: '$skiptoken',
    });
  }
}

function keyOf({ name, field, descending }: NamedField): OrderKey {
  const { type, sql: expression } = field.sortedBy ?? { type: field.type, sql: field.column };
  return { name, type, sql: expression, descending };
}

/** Whether a value of a token is one that {@link textOf} may have written: clients can forge what they hand back. */
function isValueOf(type: FieldType, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  switch (type) {
    case 'dateTimeOffset':
      return MOMENT.test(value) && parseDateTimeOffset(value) !== undefined;
    case 'guid':
      return isGuid(value);
    case 'number':
      return /^\d{1,9}$/.test(value);
    case 'enum':
    case 'string':
      return isStorable(value);
  }
}

function textOf({ type, sql: expression }: OrderKey): SQL {
  if (type === 'dateTimeOffset') return sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;
  return sql`${expression}::text`;
}

function parameter(type: FieldType, value: string): SQL {
  switch (type) {
    case 'dateTimeOffset':
      return sql`${value}::timestamptz`;
    case 'guid':
      return sql`${value}::uuid`;
    case 'number':
      return sql`${value}::integer`;
    case 'enum':
    case 'string':
      return sql`${value}`;
  }
}

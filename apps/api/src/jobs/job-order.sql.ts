import { parseDateTimeOffset } from '@ferry/contracts';
import { ODataQueryError, type OrderByKey } from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { jobs } from '../database/schema';
import { BadRequestError } from '../graph/graph-http-error';
import { fieldAt } from './job-filter.sql';
import type { JobField } from './job-fields.sql';
import { isGuid, isStorable } from './job-key';

/** How {@link textOf} writes a moment. */
const MOMENT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** One key of a total order over jobs. */
interface OrderKey {
  readonly name: string;
  readonly field: Pick<JobField, 'type' | 'column'>;
  readonly descending: boolean;
}

const NEWEST_FIRST: OrderKey = {
  name: 'createddatetime',
  field: { type: 'dateTimeOffset', column: sql`${jobs.createdAt}` },
  descending: true,
};

/**
 * A total order over jobs, with the id as tie-break, and the place behind a job in it. Pages that begin at a place
 * neither repeat nor miss a job while others arrive.
 */
export class JobOrder {
  private constructor(private readonly keys: readonly OrderKey[]) {}

  /** The order that `$orderby` asks for; newest first without one. Throws `ODataQueryError`. */
  static of(orderby: readonly OrderByKey[] | undefined): JobOrder {
    const keys = (orderby ?? []).map((key): OrderKey => {
      const field = fieldAt(key.property, '$orderby');
      const name = key.property.segments.join('/').toLowerCase();
      if (field.nullable) {
        const problem = `jobs cannot be sorted by '${name}', which some do not have`;
        const text = `Invalid $orderby at position ${key.property.position}: ${problem}.`;
        throw new ODataQueryError('unsupportedPath', '$orderby', key.property.position, text);
      }
      return { name, field, descending: key.direction === 'desc' };
    });
    const asked = keys.length > 0 ? keys : [NEWEST_FIRST];
    if (asked.some((key) => key.name === 'id')) return new JobOrder(asked);
    // The tie-break runs in the direction of the last key, so that one index serves both.
    const descending = asked.at(-1)?.descending ?? true;
    return new JobOrder([...asked, { name: 'id', field: { type: 'guid', column: sql`${jobs.id}` }, descending }]);
  }

  /** The `order by` list. */
  sql(): SQL {
    return sql.join(
      this.keys.map(({ field, descending }) => (descending ? sql`${field.column} desc` : sql`${field.column} asc`)),
      sql`, `,
    );
  }

  /** What a statement has to select so that the place behind a row can be told. */
  columns(): SQL {
    return sql`array[${sql.join(
      this.keys.map(({ field }) => sql`${textOf(field)}`),
      sql`, `,
    )}]`;
  }

  /** The skip token of a place: the values of the keys, and which keys they are. */
  token(values: readonly string[]): string {
    return Buffer.from(JSON.stringify([this.signature(), ...values])).toString('base64url');
  }

  /** The condition that a row lies behind the place of a token. Refuses a token of another order with 400. */
  behind(token: string): SQL {
    const values = this.read(token);
    const directions = new Set(this.keys.map((key) => key.descending));
    const parameters = this.keys.map(({ field }, index) => parameter(field, values[index] ?? ''));
    if (directions.size === 1) {
      const columns = this.keys.map(({ field }) => field.column);
      const operator = this.keys[0]?.descending ? sql`<` : sql`>`;
      return sql`(${sql.join(columns, sql`, `)}) ${operator} (${sql.join(parameters, sql`, `)})`;
    }
    const steps = this.keys.map(({ field, descending }, index) => {
      const equal = this.keys.slice(0, index).map((key, at) => sql`${key.field.column} = ${parameters[at]}`);
      return sql`(${sql.join([...equal, sql`${field.column} ${descending ? sql`<` : sql`>`} ${parameters[index]}`], sql` and `)})`;
    });
    return sql`(${sql.join(steps, sql` or `)})`;
  }

  private signature(): string {
    return this.keys.map((key) => `${key.name}${key.descending ? '-' : '+'}`).join();
  }

  private areValues(values: readonly unknown[]): values is string[] {
    return this.keys.every(({ field }, index) => isValueOf(field, values[index]));
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

/** Whether a value of a token is one that {@link textOf} may have written: clients can forge what they hand back. */
function isValueOf({ type }: Pick<JobField, 'type'>, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  switch (type) {
    case 'dateTimeOffset':
      return MOMENT.test(value) && parseDateTimeOffset(value) !== undefined;
    case 'guid':
      return isGuid(value);
    case 'enum':
    case 'string':
      return isStorable(value);
  }
}

function textOf({ type, column }: Pick<JobField, 'type' | 'column'>): SQL {
  if (type === 'dateTimeOffset') return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;
  return sql`${column}::text`;
}

function parameter({ type }: Pick<JobField, 'type'>, value: string): SQL {
  switch (type) {
    case 'dateTimeOffset':
      return sql`${value}::timestamptz`;
    case 'guid':
      return sql`${value}::uuid`;
    case 'enum':
    case 'string':
      return sql`${value}`;
  }
}

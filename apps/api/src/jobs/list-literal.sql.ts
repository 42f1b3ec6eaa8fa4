import { type Literal, ODataQueryError, printPropertyPath, type PropertyPath } from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { isGuid } from './job-key';
import type { ListField } from './list-field.sql';

/**
 * The constant that a member is compared with, as a parameter. One of another type than the member's is refused with the
 * place in the text. Throws `ODataQueryError`.
 */
export function literalValue(field: ListField, path: PropertyPath, literal: Literal): SQL {
  const name = printPropertyPath(path);
  switch (field.type) {
    case 'string':
      if (literal.kind === 'string') return sql`${literal.value}`;
      return refuse(literal, `${name} is compared with a text in single quotes`);
    case 'guid':
      if ((literal.kind === 'guid' || literal.kind === 'string') && isGuid(literal.value)) {
        return sql`${literal.value}::uuid`;
      }
      return refuse(literal, `${name} is compared with a GUID`);
    case 'dateTimeOffset':
      return sql`${momentOf(literal, name)}::timestamptz`;
    case 'enum':
      return sql`${wordOf(field, literal) ?? refuse(literal, `${name} is compared with one of ${wordsOf(field)}`)}`;
    case 'number':
      return refuse(literal, `${name} cannot be compared`);
  }
}

/** Where the word of a literal stands in its enumeration, from 1, as a parameter. */
export function wordPlace(field: ListField, literal: Literal): SQL {
  return sql`${(field.words ?? []).indexOf(wordOf(field, literal) ?? '') + 1}::integer`;
}

/** The word that a literal means: in quotes, or in quotes behind the name of the enumeration's own type. */
function wordOf({ words = [], typeName }: ListField, literal: Literal): string | undefined {
  if (literal.kind !== 'string' && literal.kind !== 'enum') return undefined;
  if (literal.kind === 'enum' && literal.typeName !== typeName) return undefined;
  const given = literal.value.toLowerCase();
  return words.find((word) => word.toLowerCase() === given);
}

function wordsOf({ words = [] }: ListField): string {
  return `${words.join(', ')} in single quotes`;
}

/** Whether a moment lies between two that the database can keep: it has microseconds, OData twelve digits. */
export function liesBetween(literal: Literal): boolean {
  return literal.kind === 'dateTimeOffset' && /\.\d{6}0*[1-9]/.test(literal.value);
}

/**
 * The text of a moment for the database, with microseconds at most, which is what it keeps. An offset can carry a moment
 * out of the years that the database and ISO 8601 write in four digits.
 */
function momentOf(literal: Literal, name: string): string {
  if (literal.kind !== 'date' && literal.kind !== 'dateTimeOffset') {
    return refuse(literal, `${name} is compared with a date and time with a zone, without quotes`);
  }
  const text = literal.kind === 'date' ? `${literal.value}T00:00:00Z` : literal.value;
  const year = new Date(text).getUTCFullYear();
  if (year >= 1 && year <= 9_999) return text.replace(/(\.\d{6})\d+/, '$1');
  return refuse(literal, `${name} is compared with a moment of the years 1 to 9999`);
}

function refuse({ position }: { position: number }, problem: string): never {
  const message = `Invalid $filter at position ${position}: ${problem}.`;
  throw new ODataQueryError('invalidLiteral', '$filter', position, message);
}

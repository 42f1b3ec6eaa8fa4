import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/**
 * The words of enumerations in the order in which the contract declares them, which is the order that lists are sorted in
 * (contract page 2.7 and 5.5). A spec compares them with the enumerations; indexes are built on them, so a new word goes
 * to the end and gets a migration.
 */
export const DECLARED_STATUSES = [
  'submitted',
  'approved',
  'processing',
  'cuttingOver',
  'inProgress',
  'completed',
  'completedWithErrors',
  'failed',
  'cancelled',
  'pendingCancel',
  'adminActionRequired',
  'validateSubmitted',
  'validateProcessing',
  'validateInProgress',
  'validatePassed',
  'validateFailed',
  'pendingDelete',
  'deleted',
  'unknownFutureValue',
] as const;

/** The kinds of jobs; see {@link DECLARED_STATUSES}. */
export const DECLARED_JOB_TYPES = ['validate', 'migrate', 'unknownFutureValue'] as const;

/** The place of a word in its enumeration, from 1. The words are constants, because an index can only know these. */
export function placeOf(column: AnyPgColumn, words: readonly string[]): SQL<number> {
  const list = words.map((word) => `'${word}'`).join(', ');
  return sql<number>`array_position(array[${sql.raw(list)}]::text[], ${column})`;
}

/** A text, or the empty one where there is none: what has no value comes before everything that has one (G-query). */
export function orEmpty(column: AnyPgColumn): SQL<string> {
  return sql<string>`coalesce(${column}, '')`;
}

import { isDeepStrictEqual } from 'node:util';
import { ExpectationFailed } from './expectation-failed';

const LONGEST = 300;

/** A value as it stands in a sentence, cut where nobody reads on. */
export function shown(value: unknown): string {
  const text = value instanceof RegExp || value === undefined ? String(value) : JSON.stringify(plain(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} ...` : text;
}

function plain(value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}

/** Expects a sentence to hold. */
export function holds(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new ExpectationFailed(sentence);
}

/** Expects something to be there, and gives it. */
export function present<T>(value: T | null | undefined, what: string): T {
  holds(value !== null && value !== undefined, `${what} is missing.`);
  return value;
}

/** Expects a value to be equal to another, members and elements included. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  holds(isDeepStrictEqual(actual, expected), `${what} is ${shown(actual)}, expected ${shown(expected)}.`);
}

/** Expects a value to be one of several. */
export function oneOf(actual: unknown, options: readonly unknown[], what: string): void {
  holds(options.includes(actual), `${what} is ${shown(actual)}, expected one of ${shown(options)}.`);
}

/** Expects a text that matches. */
export function matches(actual: unknown, pattern: RegExp, what: string): asserts actual is string {
  holds(
    typeof actual === 'string' && pattern.test(actual),
    `${what} is ${shown(actual)}, expected a text like ${shown(pattern)}.`,
  );
}

/** Expects an array, and gives it. */
export function arrayOf(value: unknown, what: string): readonly unknown[] {
  holds(Array.isArray(value), `${what} is ${shown(value)}, expected an array.`);
  return value as readonly unknown[];
}

/** Expects an object that is no array, and gives it. */
export function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  holds(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${what} is ${shown(value)}, expected an object.`,
  );
  return value as Readonly<Record<string, unknown>>;
}

/** Expects a text, and gives it. */
export function textOf(value: unknown, what: string): string {
  holds(typeof value === 'string', `${what} is ${shown(value)}, expected a text.`);
  return value;
}

/** Expects the members of an object that are named, whatever else it has. */
export function has(actual: unknown, members: Readonly<Record<string, unknown>>, what: string): void {
  const object = objectOf(actual, what);
  for (const [name, expected] of Object.entries(members)) equal(object[name], expected, `${name} of ${what}`);
}

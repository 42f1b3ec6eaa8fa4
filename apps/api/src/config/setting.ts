import { isGuid } from './guid';

/** One environment variable: what it is called, what it means, and how its text becomes a value. */
export interface Setting<T> {
  readonly name: string;
  /** What may be written, in words, for the table of settings and for the complaint about anything else. */
  readonly allowed: string;
  /** What holds when the variable is absent or empty, in words. */
  readonly defaultText: string;
  readonly defaultValue: T;
  readonly description: string;
  /** The text may hold a password: never print it. */
  readonly secret?: true;
  /** The value of a text; undefined when it is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

type Words = Pick<Setting<unknown>, 'name' | 'description'> & { defaultText?: string; secret?: true };

/** Any text. */
export function text<T extends string | null>(words: Words, defaultValue: T): Setting<T | string> {
  return {
    defaultText: defaultValue === null ? 'none' : `\`${defaultValue}\``,
    allowed: 'text',
    ...words,
    defaultValue,
    parse: (given) => given,
  };
}

/** At least one word: a list that is never empty. */
export type WordList = readonly [string, ...string[]];

/** Words between blanks or commas. */
export function wordList(words: Words, defaultValue: string): Setting<WordList> {
  return {
    defaultText: `\`${defaultValue}\``,
    allowed: 'words, separated by blanks or commas',
    ...words,
    defaultValue: [defaultValue],
    parse: (given) => {
      const [first, ...more] = given.split(/[\s,]+/).filter((word) => word !== '');
      return first === undefined ? undefined : [first, ...more];
    },
  };
}

/** A GUID in its usual form, in any letter case. */
export function guid(words: Words): Setting<string | null> {
  return {
    defaultText: 'none',
    allowed: 'GUID',
    ...words,
    defaultValue: null,
    parse: (given) => (isGuid(given) ? given.toLowerCase() : undefined),
  };
}

/** A whole number between two bounds, both included. */
export function wholeNumber(words: Words, defaultValue: number, min: number, max: number): Setting<number> {
  return {
    defaultText: `\`${defaultValue}\``,
    allowed: `whole number from ${min} to ${max}`,
    ...words,
    defaultValue,
    parse: (given) => wholeNumberBetween(given, min, max),
  };
}

/** A whole number between two bounds, both included, or none. */
export function optionalNumber(
  words: Words & { defaultText: string },
  min: number,
  max: number,
): Setting<number | null> {
  return {
    allowed: `whole number from ${min} to ${max}`,
    ...words,
    defaultValue: null,
    parse: (given) => wholeNumberBetween(given, min, max),
  };
}

/** A port, or `off` for no server there; 0 takes any free port. */
export function portOrOff(words: Words, defaultValue: number): Setting<number | null> {
  return {
    defaultText: `\`${defaultValue}\``,
    allowed: 'whole number from 0 to 65535, or `off`',
    ...words,
    defaultValue,
    parse: (given) => (given === 'off' ? null : wholeNumberBetween(given, 0, 65_535)),
  };
}

/** One word of several. */
export function choice<T extends string>(words: Words, defaultValue: T, values: readonly T[]): Setting<T> {
  return {
    defaultText: `\`${defaultValue}\``,
    allowed: values.map((value) => `\`${value}\``).join(', '),
    ...words,
    defaultValue,
    parse: (given) => values.find((value) => value === given),
  };
}

/** `true` or `false`; by default null when it depends on other settings. */
export function flag<T extends boolean | null>(words: Words, defaultValue: T): Setting<boolean | T> {
  return {
    defaultText: `\`${defaultValue}\``,
    allowed: '`true`, `false`',
    ...words,
    defaultValue,
    parse: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
  };
}

/** An absolute address with one of the given schemes. */
export function address(
  words: Words,
  schemes: readonly string[],
  keep = (given: string) => given,
): Setting<string | null> {
  return {
    defaultText: 'none',
    allowed: `absolute address that begins with ${schemes.map((scheme) => `\`${scheme}//\``).join(' or ')}`,
    ...words,
    defaultValue: null,
    parse: (given) => (schemes.includes(schemeOf(given)) ? keep(given) : undefined),
  };
}

function wholeNumberBetween(given: string, min: number, max: number): number | undefined {
  const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
  return value >= min && value <= max ? value : undefined;
}

function schemeOf(given: string): string {
  return URL.canParse(given) ? new URL(given).protocol : '';
}

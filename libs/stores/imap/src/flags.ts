import type { ItemHeader } from '@ferry/stores-spi';

/** What a message of any system can be besides its content: the flags of RFC 3501, section 2.3.2, and keywords. */
const SYSTEM_FLAGS = {
  seen: '\\Seen',
  answered: '\\Answered',
  flagged: '\\Flagged',
  draft: '\\Draft',
  deleted: '\\Deleted',
} as const;

const NAMES = Object.keys(SYSTEM_FLAGS) as (keyof typeof SYSTEM_FLAGS)[];
const LOWER_CASE: ReadonlyMap<string, keyof typeof SYSTEM_FLAGS> = new Map(
  NAMES.map((name) => [SYSTEM_FLAGS[name].toLowerCase(), name]),
);

/** What sets of flags are as properties: messages that are flagged alike share them. */
const KNOWN_PROPERTIES = new WeakMap<ReadonlySet<string>, ItemHeader['properties']>();

/** Flags of a message as properties of an item; `\Recent` belongs to a session and is left out. */
export function propertiesOf(flags: ReadonlySet<string>): ItemHeader['properties'] {
  const known = KNOWN_PROPERTIES.get(flags) ?? spelledAsProperties(flags);
  KNOWN_PROPERTIES.set(flags, known);
  return known;
}

function spelledAsProperties(flags: ReadonlySet<string>): ItemHeader['properties'] {
  const set = new Set([...flags].map((flag) => LOWER_CASE.get(flag.toLowerCase())));
  const keywords = [...flags].filter((flag) => !flag.startsWith('\\')).sort();
  return { ...Object.fromEntries(NAMES.map((name) => [name, set.has(name)])), keywords };
}

/** Properties of an item as flags: what IMAP does not know is left out. */
export function flagsOf(properties: ItemHeader['properties']): string[] {
  const { keywords } = properties;
  const system = NAMES.filter((name) => properties[name] === true).map((name) => SYSTEM_FLAGS[name]);
  return [...system, ...(Array.isArray(keywords) ? (keywords as readonly string[]).filter(isKeyword) : [])];
}

/** Those of the flags that a mailbox keeps (PERMANENTFLAGS, RFC 3501, section 7.1); all where it does not say. */
export function keptFlags(flags: readonly string[], permanent: ReadonlySet<string> | undefined): string[] {
  if (!permanent) return [...flags];
  const known = lowerCase(permanent);
  return flags.filter((flag) => known.has(flag.toLowerCase()) || (!flag.startsWith('\\') && known.has('\\*')));
}

/** What has to be set and what to be taken away, for a message to be as it is at the source. */
export interface FlagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * How the flags of a message differ from what is wanted; null when they do not. The flags of RFC 3501 follow both ways.
 * Keywords are only added: those that the source has not may be the target's own.
 */
export function flagChange(flags: ReadonlySet<string>, wanted: readonly string[]): FlagChange | null {
  const [has, wants] = [lowerCase(flags), lowerCase(wanted)];
  const add = wanted.filter((flag) => !has.has(flag.toLowerCase()));
  const remove = NAMES.map((name) => SYSTEM_FLAGS[name]).filter((flag) => {
    return has.has(flag.toLowerCase()) && !wants.has(flag.toLowerCase());
  });
  return add.length + remove.length === 0 ? null : { add, remove };
}

function lowerCase(flags: Iterable<string>): Set<string> {
  return new Set([...flags].map((flag) => flag.toLowerCase()));
}

/** A keyword is an atom (RFC 3501, section 9); anything else would break the command that it stands in. */
function isKeyword(text: string): boolean {
  return /^[^\p{Cc}\s(){%*"\\\]\x7f-\uffff]+$/u.test(text);
}

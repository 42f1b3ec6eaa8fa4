import type { CatalogueEntry } from './catalogue-entry';

/** What differs from entry to entry of one family. */
export type EntryText = Omit<CatalogueEntry, 'code' | 'source'>;

/**
 * Turns the texts of one family into entries: adds the code that each is filed under and the source of the family, and
 * keeps the codes as a type, so that a misspelled code does not compile.
 */
export function defineEntries<Code extends string>(
  source: string,
  texts: Readonly<Record<Code, EntryText>>,
): Readonly<Record<Code, CatalogueEntry>> {
  const entries = Object.entries<EntryText>(texts).map(([code, text]) => [code, { code, source, ...text }]);
  return Object.fromEntries(entries) as Record<Code, CatalogueEntry>;
}

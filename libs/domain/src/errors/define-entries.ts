import type { ErrorFamily } from '@ferry/contracts';
import type { CatalogueEntry, EntryText } from './catalogue-entry';
import { ERROR_FAMILIES } from './error-families';

/** Entries by code, of which the type knows the codes and who raises each. */
export type Entries<Texts extends Readonly<Record<string, EntryText>>> = {
  readonly [Code in keyof Texts]: CatalogueEntry & Pick<Texts[Code], 'raisedBy'>;
};

/**
 * Turns the texts of one family into entries: adds the code that each is filed under and what the family has in common.
 * Codes, and who raises them, are kept as types, so that a misspelled code, or one that its place does not raise, does
 * not compile.
 */
export function defineEntries<const Texts extends Readonly<Record<string, EntryText>>>(
  family: ErrorFamily,
  texts: Texts,
): Entries<Texts> {
  const { source, workloads } = ERROR_FAMILIES[family];
  const entries = Object.entries<EntryText>(texts).map(([code, text]) => [
    code,
    { code, family, source, workloads, ...text },
  ]);
  return Object.fromEntries(entries) as Entries<Texts>;
}

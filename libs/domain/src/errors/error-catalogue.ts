import type { CatalogueEntry } from './catalogue-entry';

/** A code that the catalogue explains. */
export type CatalogueCode = string;

/** Every error that a person can meet, by its code (contract page 1.4, 4.2 and 4.3, and our own). */
export declare const ERROR_CATALOGUE: Readonly<Record<CatalogueCode, CatalogueEntry>>;

/** What the catalogue says of a code that came from anywhere; undefined when it does not know it. */
export declare function catalogueEntry(code: string, variant?: 'meeting'): CatalogueEntry | undefined;

/** Who can mend a problem. */
export type Fixer = 'migrationAdmin' | 'targetTenantAdmin' | 'sourceTenantAdmin' | 'licenceAdmin' | 'operator' | 'user';

/** What an error means and what to do about it. */
export interface CatalogueEntry {
  /** The code on the wire. */
  code: string;
  /** Set where one code has two published texts: the text for meetings. */
  variant?: 'meeting';
  /** A short human name, such as `No Teams licence`. */
  title: string;
  /** The published sentence with its placeholders: `{0}`, `<X>` or `[X]`. */
  messageTemplate: string;
  /** Further texts that were published for the same code. */
  alsoSeenAs?: readonly string[];
  /** Why it happens. */
  cause: string;
  /** What to do about it. */
  remedy: string;
  who: Fixer;
  /** Where it is mended. */
  where: string;
  /** Whether trying again may succeed although nobody has changed anything. */
  retryHelps: boolean;
  /** Where the code comes from. */
  source: string;
}

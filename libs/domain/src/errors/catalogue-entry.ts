import type { ErrorFamily, Fixer as FixerWords, Raiser as RaiserWords, Workload } from '@ferry/contracts';

/** Who can mend a problem. */
export type Fixer = `${FixerWords}`;

/** Which part of the service raises a code of its own accord. */
export type Raiser = `${RaiserWords}`;

/** Who raises a code; where nobody does, why the catalogue has it all the same. */
export type Raised =
  | { readonly raisedBy: readonly [Raiser, ...Raiser[]]; readonly listedBecause?: undefined }
  | { readonly raisedBy: readonly []; readonly listedBecause: string };

/** What is written down for an error. */
export interface ErrorText {
  /** Set where one code has two published texts: the text for meetings. */
  readonly variant?: 'meeting';
  /** A short human name, such as `No Teams licence`. */
  readonly title: string;
  /** The published sentence with its placeholders: `{0}`, `<X>` or `[X]`. */
  readonly messageTemplate: string;
  /** Further texts that were published for the same code. */
  readonly alsoSeenAs?: readonly string[];
  /** The workloads that it can stand at, where these are not those of its family. */
  readonly workloads?: readonly Workload[];
  /** Why it happens. */
  readonly cause: string;
  /** What Ferry can show for it: the fact, the count or the answer that a person sees. */
  readonly evidence: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly who: Fixer;
  /** Where it is mended. */
  readonly where: string;
  /** Whether trying again may succeed although nobody has changed anything. */
  readonly retryHelps: boolean;
}

/** What differs from entry to entry of one family. */
export type EntryText = ErrorText & Raised;

/** What an error means and what to do about it. */
export type CatalogueEntry = EntryText & {
  /** The code on the wire. */
  readonly code: string;
  readonly family: ErrorFamily;
  /** The workloads that it can stand at; none for a refused request. */
  readonly workloads: readonly Workload[];
  /** Where the code comes from. */
  readonly source: string;
};

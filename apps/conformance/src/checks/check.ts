import type { CheckContext } from '../run/check-context';
import type { Section } from './sections';
import type { Source } from './sources';

/** What a check cannot do without, beyond a server and an administrator's token. */
export type Need =
  'reader' | 'stranger' | 'otherTenant' | 'https' | 'secondAddress' | 'clock' | 'sandbox' | 'throttling';

/** One thing that a server does when it speaks the contract. */
export interface Check {
  /** The section, a dot and a name of its own; unique, and stable from release to release. */
  readonly id: `${Section}.${string}`;
  /** What the server does, as a sentence. */
  readonly sentence: string;
  /** What says so, the weightiest first. */
  readonly sources: readonly Source[];
  /** Which versions are asked: every one, or those that have a name; otherwise only the first. */
  readonly versions?: 'every' | 'named';
  readonly needs?: readonly Need[];
  /** Ends quietly when the server does it. @throws ExpectationFailed, Skipped */
  readonly run: (test: CheckContext) => Promise<void>;
}

/** The section that a check belongs to. */
export function sectionOf({ id }: Pick<Check, 'id'>): Section {
  return id.slice(0, id.indexOf('.')) as Section;
}

/** Whether a check rests on a decision of Ferry's own. */
export function restsOnDecision({ sources }: Pick<Check, 'sources'>): boolean {
  return sources.some(({ decision }) => decision !== undefined);
}

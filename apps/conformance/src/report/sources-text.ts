import type { Check } from '../checks/check';

/** What a check rests on, in one line. */
export function sourcesText({ sources }: Pick<Check, 'sources'>): string {
  return sources.map(({ text }) => text).join('; ');
}

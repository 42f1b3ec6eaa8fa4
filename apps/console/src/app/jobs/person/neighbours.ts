import type { PersonProgress } from '@ferry/contracts';

/** Who stands before and behind a person in a job; null at either end, and for somebody who is not in it. */
export function neighboursOf(
  people: readonly Pick<PersonProgress, 'id'>[],
  personId: string,
): { readonly previous: string | null; readonly next: string | null } {
  const place = people.findIndex(({ id }) => id === personId);
  if (place < 0) return { previous: null, next: null };
  return { previous: people[place - 1]?.id ?? null, next: people[place + 1]?.id ?? null };
}

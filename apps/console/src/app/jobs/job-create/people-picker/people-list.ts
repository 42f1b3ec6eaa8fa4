import type { Person } from '@ferry/contracts';

/** What a pasted list means. */
export interface PeopleList {
  /** Object ids, each once, in the order of the list. */
  readonly ids: readonly string[];
  /** What is neither an object id nor the address of somebody here. */
  readonly unknown: readonly string[];
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads object ids and addresses (of the target or of the source) between white space, commas and semicolons. An object
 * id that the directory does not know is taken: the service accepts it, and validation says what is wrong with it.
 */
export function readPeopleList(text: string, people: readonly Person[]): PeopleList {
  const ids = new Map<string, string>();
  for (const { id, mail, sourceMail } of people) {
    for (const name of [id, mail, sourceMail]) if (name !== null) ids.set(name.toLowerCase(), id);
  }
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const found = words.map((word) => ({
    word,
    id: ids.get(word.toLowerCase()) ?? (GUID.test(word) ? word.toLowerCase() : null),
  }));
  return {
    ids: [...new Set(found.map(({ id }) => id).filter((id) => id !== null))],
    unknown: found.filter(({ id }) => id === null).map(({ word }) => word),
  };
}

/** The people whose name or address holds the text. */
export function searchPeople(people: readonly Person[], text: string): readonly Person[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return people;
  return people.filter(({ displayName, mail, sourceMail }) =>
    [displayName, mail, sourceMail].some((value) => value?.toLowerCase().includes(wanted) ?? false),
  );
}

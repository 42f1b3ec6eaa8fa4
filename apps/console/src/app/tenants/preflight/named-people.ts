/** The object ids and addresses that somebody wrote, in lines or with commas or semicolons between, each once. */
export function namedPeople(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))];
}

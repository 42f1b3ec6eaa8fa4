import { arrayOf, holds, objectOf, textOf } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';
import { queryJobs } from './query-jobs';

/** Query options by name, not encoded. */
export type QueryOptions = Readonly<Record<string, string>>;

/** A page of a list. */
export interface Page {
  readonly body: Json;
  readonly value: readonly Json[];
  /** Path and query of the next page, below the address of the server; null on the last. */
  readonly next: string | null;
}

/** An address with its options percent-encoded. */
export function asked(path: string, options: QueryOptions): string {
  const pairs = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** Reads a page that has to be there. */
export async function page(test: CheckContext, path: string, headers: Record<string, string> = {}): Promise<Page> {
  const body = (await test.get(path, { headers })).expect(200).object();
  const value = arrayOf(body['value'], 'value').map((one) => objectOf(one, 'an element of value'));
  const link = body['@odata.nextLink'];
  if (link === undefined) return { body, value, next: null };
  const text = textOf(link, '@odata.nextLink');
  holds(text.startsWith(`${test.server.address}/`), `@odata.nextLink ${text} does not lead to ${test.server.address}.`);
  return { body, value, next: text.slice(test.server.address.length) };
}

/** Reads all pages, one after the other; `between` happens after each. */
export async function walk(
  test: CheckContext,
  path: string,
  between: (page: Page) => Promise<void> = async () => undefined,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let next: string | null = path; next !== null;) {
    const read = await page(test, next);
    pages.push(read);
    await between(read);
    next = read.next;
    holds(pages.length < 200, 'The pages come to no end.');
  }
  return pages;
}

/** The numbers at the end of the names, in the order of the list. */
export function numbersIn(values: readonly Json[]): number[] {
  return values.map((job) => Number(/\d\d$/.exec(String(job['displayName']))?.[0]));
}

/** The numbers of those query jobs for which a condition holds, ascending. */
export async function numbersWhere(test: CheckContext, condition: string): Promise<number[]> {
  const { ours } = await queryJobs(test);
  const pages = await walk(test, asked(test.jobs(), { $filter: `(${condition}) and ${ours}`, $top: '50' }));
  return numbersIn(pages.flatMap(({ value }) => value)).sort((a, b) => a - b);
}

/** The numbers from one to another. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

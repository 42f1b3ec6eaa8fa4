import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { equal, matches } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Job } from '../../run/job';
import { asked, page, walk } from './page';

const PEOPLE = 23;

/** A job of more people than a page has. Nothing starts, so that they need not exist. */
function crowd(test: CheckContext): Promise<Job> {
  return test.shared('crowd', (context) => {
    const resources = Array.from({ length: PEOPLE }, (_, index) => test.data.people[index] ?? randomUUID());
    return context.create({ resources, workloads: ['Teams'], exchangeSettings: undefined });
  });
}

/** The people of a job are listed as jobs are (contract page 1.3.10). */
export const PEOPLE_QUERIES: readonly Check[] = [
  {
    id: 'queries.users-default-page',
    sentence: 'A list of people has 20, and its next links lead through all of them, each once',
    sources: [contract('1.3.10', 'R1', 'R2'), decision('people')],
    versions: 'every',
    run: async (test) => {
      const { id, resources } = await crowd(test);
      const pages = await walk(test, test.job(id, '/users'));
      equal(
        pages.map(({ value }) => value.length),
        [20, 3],
        'The numbers of people on the pages',
      );
      const ids = pages.flatMap(({ value }) => value.map((task) => task['id']));
      equal(new Set(ids), new Set(resources as string[]), 'The people');
    },
  },
  {
    id: 'queries.users-options',
    sentence: '`$top`, `$skip`, `$count` and `$select` work on people as on jobs',
    sources: [contract('1.3.10 and 5.4', 'OAS'), conventions('5.1'), decision('OPEN-14')],
    run: async (test) => {
      const { id } = await crowd(test);
      const path = test.job(id, '/users');
      const all = (await walk(test, path)).flatMap(({ value }) => value.map((task) => task['id']));
      const part = await page(test, asked(path, { $top: '3', $skip: '2', $count: 'true', $select: 'id' }));
      equal(part.body['@odata.count'], PEOPLE, '@odata.count');
      equal(
        part.value,
        all.slice(2, 5).map((one) => ({ id: one })),
        'The people',
      );
      matches(part.body['@odata.context'], /\/users\(id\)$/, '@odata.context');
      const rest = await walk(test, asked(path, { $top: '7', $select: 'id' }));
      equal(
        rest.flatMap(({ value }) => value.map((task) => task['id'])),
        all,
        'The people by sevens',
      );
    },
  },
  {
    id: 'queries.users-max-page-size',
    sentence: '`Prefer: odata.maxpagesize` makes pages of people smaller, too',
    sources: [contract('5.4', 'AG'), decision('preferences')],
    run: async (test) => {
      const { id } = await crowd(test);
      const { value } = await page(test, test.job(id, '/users'), { prefer: 'odata.maxpagesize=5' });
      equal(value.length, 5, 'The number of people on the page');
    },
  },
  {
    id: 'queries.user-select',
    sentence: '`$select` works on a single person',
    sources: [contract('1.3.11', 'OAS'), decision('OPEN-14')],
    run: async (test) => {
      const { id, resources } = await crowd(test);
      const [person = ''] = resources as string[];
      const task = (await test.get(asked(test.job(id, `/users/${person}`), { $select: 'id' }))).expect(200).object();
      equal(task['id'], person, 'id');
      equal('currentStatus' in task, false, 'currentStatus being there');
    },
  },
];

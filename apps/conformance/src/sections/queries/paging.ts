import type { Check } from '../../checks/check';
import { contract, conventions, decision, protocol } from '../../checks/sources';
import { equal, holds, matches } from '../../expect/expect';
import { asked, numbersIn, page, range, walk } from './page';
import { queryJobs } from './query-jobs';

/** Pages and counts (contract page 1.3.1 and 5.4). */
export const PAGING_CHECKS: readonly Check[] = [
  {
    id: 'queries.default-page',
    sentence: 'A list has 20 jobs, the newest first, and leads to the rest',
    sources: [contract('1.3.1', 'D1:list', 'OAS', 'R1', 'R2')],
    versions: 'every',
    run: async (test) => {
      await queryJobs(test);
      const { value, next } = await page(test, test.jobs());
      equal(value.length, 20, 'The number of jobs on the page');
      const created = value.map((job) => Date.parse(String(job['createdDateTime'])));
      holds(
        created.every((moment, index) => index === 0 || moment <= (created[index - 1] ?? 0)),
        'The jobs are not in the order of their creation, the newest first.',
      );
      matches(next, /[?&](?:\$|%24)skiptoken=/i, 'The next link');
    },
  },
  {
    id: 'queries.walk',
    sentence: 'The next links lead through all jobs, each once, while others are created',
    sources: [contract('5.4', 'G-page'), protocol('11.2.6.7'), decision('OPEN-14')],
    versions: 'every',
    run: async (test) => {
      const { jobs, ours } = await queryJobs(test);
      const path = asked(test.jobs(), { $filter: `startswith(displayName,'${test.run.prefix}')`, $top: '9' });
      let strangers = 0;
      const pages = await walk(test, path, async () => {
        if (strangers++ < 3) await test.create();
      });
      const ids = pages.flatMap(({ value }) => value.map((job) => job['id']));
      equal(new Set(ids).size, ids.length, 'The number of different jobs');
      const wanted = [...jobs].reverse().map(({ id }) => id);
      equal(
        ids.filter((id) => wanted.includes(String(id))),
        wanted,
        `The jobs for which ${ours}, the newest first,`,
      );
    },
  },
  {
    id: 'queries.last-page',
    sentence: 'The last page has no next link, and a page beyond it is empty',
    sources: [contract('5.4', 'G-page'), decision('OPEN-14')],
    run: async (test) => {
      const { jobs, ours } = await queryJobs(test);
      const all = await page(test, asked(test.jobs(), { $filter: ours, $top: String(jobs.length) }));
      equal([all.value.length, all.next], [jobs.length, null], 'Jobs and next link of a page that has all');
      const none = await page(test, asked(test.jobs(), { $filter: ours, $skip: String(jobs.length) }));
      equal([none.value.length, none.next], [0, null], 'Jobs and next link of a page beyond the last');
    },
  },
  {
    id: 'queries.next-link-keeps-options',
    sentence: 'Order, filter, selection and page size hold on every page',
    sources: [contract('5.4', 'G-page'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const options = {
        $filter: ours,
        $top: '8',
        $orderby: 'displayName desc',
        $select: 'displayName',
        $count: 'true',
      };
      const pages = await walk(test, asked(test.jobs(), options));
      equal(
        pages.map(({ value }) => value.length),
        [8, 8, 7],
        'The numbers of jobs on the pages',
      );
      equal(numbersIn(pages.flatMap(({ value }) => value)), range(1, 23).reverse(), 'The jobs');
      for (const { body, value } of pages) {
        equal(body['@odata.count'], 23, '@odata.count');
        equal(Object.keys(value[0] ?? {}), ['displayName'], 'The members of a job');
      }
    },
  },
  {
    id: 'queries.top',
    sentence: '`$top` takes 1 to 999 jobs',
    sources: [contract('5.4', 'G-query'), conventions('5.1.7'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      for (const [top, expected] of [
        ['1', 1],
        ['22', 22],
        ['999', 23],
      ] as const) {
        const { value } = await page(test, asked(test.jobs(), { $filter: ours, $top: top }));
        equal(value.length, expected, `The number of jobs with $top=${top}`);
      }
    },
  },
  {
    id: 'queries.skip',
    sentence: '`$skip` leaves out jobs before `$top` counts, and the next link goes on from there',
    sources: [contract('5.4', 'AG'), conventions('5.1.7'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const options = { $filter: ours, $orderby: 'displayName', $skip: '18', $top: '2' };
      const pages = await walk(test, asked(test.jobs(), options));
      equal(numbersIn(pages.flatMap(({ value }) => value)), [19, 20, 21, 22, 23], 'The jobs');
    },
  },
  {
    id: 'queries.count',
    sentence: '`$count=true` adds the number of all that pass the filter, whatever the page',
    sources: [contract('5.4', 'G-query', 'OAS'), conventions('5.1.8'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const { body, value } = await page(test, asked(test.jobs(), { $filter: ours, $top: '2', $count: 'true' }));
      equal([body['@odata.count'], value.length], [23, 2], 'Count and number of jobs');
      const without = await page(test, asked(test.jobs(), { $filter: ours, $top: '2', $count: 'false' }));
      equal('@odata.count' in without.body, false, '@odata.count being there with $count=false');
    },
  },
  {
    id: 'queries.count-segment-filter',
    sentence: '`/$count` counts what passes `$filter`',
    sources: [contract('5.4', 'OAS'), conventions('4.8'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const answer = (await test.get(asked(test.jobs('/$count'), { $filter: ours }))).expect(200);
      equal(answer.text, '23', 'The body');
    },
  },
  {
    id: 'queries.max-page-size',
    sentence: '`Prefer: odata.maxpagesize` makes pages smaller, and the answer says so',
    sources: [protocol('8.2.8.6'), contract('5.4', 'AG'), decision('preferences')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const path = asked(test.jobs(), { $filter: ours });
      for (const name of ['odata.maxpagesize', 'maxpagesize']) {
        const answer = (await test.get(path, { headers: { prefer: `${name}=4` } })).expect(200);
        equal((answer.object()['value'] as unknown[]).length, 4, 'The number of jobs on the page');
        matches(answer.header('preference-applied'), /\b(?:odata\.)?maxpagesize=4\b/, 'Preference-Applied');
        matches(answer.object()['@odata.nextLink'], /./, '@odata.nextLink');
      }
    },
  },
  {
    id: 'queries.encoded-dollar',
    sentence: 'The dollar sign of an option may be percent-encoded',
    sources: [contract('7.2', 'TSB', 'KTS')],
    versions: 'every',
    run: async (test) => {
      await queryJobs(test);
      const { value } = await page(test, `${test.jobs()}?%24top=2`);
      equal(value.length, 2, 'The number of jobs');
    },
  },
  {
    id: 'queries.without-dollar',
    sentence: 'Under `/beta` options are understood without the dollar sign; elsewhere such names are refused',
    sources: [contract('5.4', 'G-query'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const { versions } = test.server.options;
      if (!versions.includes('beta')) test.skip('the version beta is not asked');
      const path = (version: string): string =>
        asked(`${version}/solutions/migrations/crossTenantMigrationJobs`, {
          filter: ours,
          top: '3',
          orderby: 'displayName',
        });
      const pages = await walk(test, path('/beta'));
      equal(numbersIn(pages.flatMap(({ value }) => value)), range(1, 23), 'The jobs');
      if (versions.includes('v1.0')) (await test.get(path('/v1.0'))).expect(400);
    },
  },
];

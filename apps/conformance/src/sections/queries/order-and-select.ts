import type { Check } from '../../checks/check';
import { contract, conventions, decision, jsonFormat } from '../../checks/sources';
import { arrayOf, equal, holds, matches, objectOf } from '../../expect/expect';
import { isTask } from '../../expect/shapes';
import { asked, numbersIn, page, range, walk } from './page';
import { OTHER_SOURCE, queryJobs } from './query-jobs';

/** Members that every job has a value of (contract page 2.1). */
const SORTABLE = [
  'id',
  'displayName',
  'jobType',
  'sourceTenantId',
  'targetTenantId',
  'completeAfterDateTime',
  'status',
  'createdDateTime',
  'createdBy',
  'lastUpdatedDateTime',
  'resourceType',
] as const;

/** Order, selection, expansion and search (contract page 5.3 and 5.4). */
export const ORDER_AND_SELECT: readonly Check[] = [
  {
    id: 'queries.orderby',
    sentence: '`$orderby` sorts upwards without a word, and both ways',
    sources: [contract('5.4', 'G-query', 'AG'), conventions('5.1.5'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const sorted = async ($orderby: string): Promise<number[]> =>
        numbersIn((await page(test, asked(test.jobs(), { $filter: ours, $top: '50', $orderby }))).value);
      for (const member of ['displayName', 'completeAfterDateTime', 'createdDateTime']) {
        equal(await sorted(member), range(1, 23), `The jobs by ${member}`);
        equal(await sorted(`${member} asc`), range(1, 23), `The jobs by ${member} asc`);
        equal(await sorted(`${member} desc`), range(1, 23).reverse(), `The jobs by ${member} desc`);
      }
    },
  },
  {
    id: 'queries.orderby-members',
    sentence: '`$orderby` takes every scalar member of a job, and loses no job by it',
    sources: [contract('2.1 and 5.4', 'OAS', 'G-query'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      for (const member of SORTABLE) {
        const options = { $filter: ours, $top: '9', $orderby: `${member} desc` };
        const numbers = numbersIn((await walk(test, asked(test.jobs(), options))).flatMap(({ value }) => value));
        equal(
          [...numbers].sort((a, b) => a - b),
          range(1, 23),
          `The jobs by ${member}`,
        );
      }
    },
  },
  {
    id: 'queries.orderby-several',
    sentence: '`$orderby` takes several keys, and pages do not tear equal values apart',
    sources: [contract('5.4', 'AG'), conventions('5.1.5'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const options = { $filter: ours, $top: '3', $orderby: 'sourceTenantId desc,displayName desc' };
      const pages = await walk(test, asked(test.jobs(), options));
      const other = [20, 15, 10, 5];
      const rest = range(1, 23)
        .filter((one) => !other.includes(one))
        .reverse();
      const expected = OTHER_SOURCE > test.data.sourceTenant.toLowerCase() ? [...other, ...rest] : [...rest, ...other];
      equal(numbersIn(pages.flatMap(({ value }) => value)), expected, 'The jobs');
    },
  },
  {
    id: 'queries.orderby-ties',
    sentence: 'An order with nothing but equal values has every job once on its pages',
    sources: [contract('5.4', 'G-query', 'AG'), decision('OPEN-14')],
    run: async (test) => {
      const { ours } = await queryJobs(test);
      const pages = await walk(test, asked(test.jobs(), { $filter: ours, $top: '4', $orderby: 'status' }));
      const numbers = numbersIn(pages.flatMap(({ value }) => value));
      equal(
        [...numbers].sort((a, b) => a - b),
        range(1, 23),
        'The jobs',
      );
    },
  },
  {
    id: 'queries.select',
    sentence: '`$select` leaves out other members, and the context says what was selected',
    sources: [contract('5.3', 'G-batch'), jsonFormat('10.7'), conventions('5.1.4'), decision('OPEN-14')],
    versions: 'every',
    run: async (test) => {
      const { jobs, ours } = await queryJobs(test);
      const options = { $filter: ours, $top: '1', $select: 'id,displayName,exchangeSettings' };
      const { body, value } = await page(test, asked(test.jobs(), options));
      const names = ['displayName', 'exchangeSettings', 'id'];
      equal(Object.keys(value[0] ?? {}).sort(), names, 'The members of a listed job');
      matches(body['@odata.context'], /crossTenantMigrationJobs\(id,displayName,exchangeSettings\)$/, '@odata.context');
      const [first] = jobs;
      const one = (await test.get(asked(test.job(first?.id ?? ''), { $select: 'status,displayName' }))).object();
      equal(
        Object.keys(one)
          .filter((name) => !name.startsWith('@'))
          .sort(),
        ['displayName', 'status'],
        'The members of the job',
      );
      matches(
        one['@odata.context'],
        /crossTenantMigrationJobs\(status,displayName\)\/\$entity$/,
        '@odata.context of the job',
      );
    },
  },
  {
    id: 'queries.select-all',
    sentence: '`$select=*` leaves out nothing',
    sources: [conventions('5.1.4'), decision('OPEN-14')],
    run: async (test) => {
      const { jobs } = await queryJobs(test);
      const path = test.job(jobs[0]?.id ?? '');
      const all = (await test.get(path)).expect(200).object();
      const selected = (await test.get(asked(path, { $select: '*' }))).expect(200).object();
      const { '@odata.context': _all, ...members } = all;
      const { '@odata.context': _selected, ...selectedMembers } = selected;
      equal(selectedMembers, members, 'The job');
    },
  },
  {
    id: 'queries.select-resources',
    sentence: 'A list has the people of its jobs when `resources` is selected',
    sources: [contract('1.3.3', 'D1:list'), decision('OPEN-7')],
    run: async (test) => {
      const { jobs, ours } = await queryJobs(test);
      const { value } = await page(test, asked(test.jobs(), { $filter: ours, $top: '1', $select: 'resources' }));
      equal(value[0]?.['resources'], jobs.at(-1)?.['resources'], 'resources');
    },
  },
  {
    id: 'queries.expand-users',
    sentence: '`$expand=users` adds the tasks to a job and to each job of a list',
    sources: [contract('1.3.1 and 2.1', 'OAS'), conventions('5.1.3'), decision('OPEN-14')],
    run: async (test) => {
      const { jobs, ours } = await queryJobs(test);
      const one = (await test.get(asked(test.job(jobs[0]?.id ?? ''), { $expand: 'users' }))).expect(200).object();
      const tasks = arrayOf(one['users'], 'users');
      equal(tasks.length, 1, 'The number of tasks');
      for (const task of tasks) isTask(task, 'an expanded task');
      const { value } = await page(test, asked(test.jobs(), { $filter: ours, $top: '2', $expand: 'users' }));
      for (const job of value) {
        const [task] = arrayOf(job['users'], 'users of a listed job');
        equal(objectOf(task, 'the task')['id'], test.data.people[0], 'id of the task');
      }
    },
  },
  {
    id: 'queries.search',
    sentence: '`$search` finds jobs by words of their names',
    sources: [contract('1.3.1 and 5.4', 'OAS', 'G-query'), conventions('5.1.9'), decision('OPEN-14')],
    run: async (test) => {
      const { prefix } = await queryJobs(test);
      const { value } = await page(test, asked(test.jobs(), { $search: `"${prefix}07"` }));
      equal(numbersIn(value), [7], 'The jobs');
      const both = await page(test, asked(test.jobs(), { $search: `"${test.run.prefix}" "q07"` }));
      holds(numbersIn(both.value).includes(7), 'The job is not found by two parts of its name.');
      const none = await page(test, asked(test.jobs(), { $search: `"${prefix}07 and more"` }));
      equal(none.value, [], 'The jobs with another name');
    },
  },
];

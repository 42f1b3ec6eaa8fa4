import type { Check } from '../../checks/check';
import { contract, decision, protocol } from '../../checks/sources';
import { refused } from '../../expect/refusal';
import { queryJobs } from './query-jobs';

/** Options that are refused by name: what kind of fault, the query as it is sent, and what is named. */
const REFUSED: readonly (readonly [slug: string, words: string, query: string, name: string])[] = [
  ['apply', '`$apply`', '$apply=groupby((status))', '$apply'],
  ['compute', '`$compute`', '$compute=1 as one', '$compute'],
  ['format', '`$format`', '$format=xml', '$format'],
  ['delta-token', '`$deltatoken`', '$deltatoken=x', '$deltatoken'],
  ['unknown', 'an option that OData does not have', '$foo=1', '$foo'],
  ['custom', 'an option of nobody', 'foo=1', 'foo'],
  ['repeated', 'an option that stands there twice', '$top=5&$top=6', '$top'],
  ['empty-filter', 'an empty `$filter`', '$filter=', '$filter'],
  ['empty-select', 'an empty `$select`', '$select=', '$select'],
  ['empty-orderby', 'an empty `$orderby`', '$orderby=', '$orderby'],
  ['empty-search', 'an empty `$search`', '$search=', '$search'],
  ['top-zero', '`$top=0`', '$top=0', '$top'],
  ['top-many', '`$top=1000`', '$top=1000', '$top'],
  ['top-negative', 'a negative `$top`', '$top=-1', '$top'],
  ['top-word', 'a `$top` that is no number', '$top=ten', '$top'],
  ['skip-negative', 'a negative `$skip`', '$skip=-1', '$skip'],
  ['count-word', 'a `$count` that is no truth value', '$count=yes', '$count'],
  ['skip-token', 'a `$skiptoken` of nobody', '$skiptoken=nonsense', '$skiptoken'],
  ['select-member', 'a member in `$select` that a job does not have', '$select=color', '$select'],
  ['orderby-member', 'a member in `$orderby` that a job does not have', '$orderby=color', '$orderby'],
  ['orderby-direction', 'a direction that there is not', '$orderby=displayName sideways', '$orderby'],
  ['expand-member', 'a relationship that a job does not have', '$expand=manager', '$expand'],
  ['filter-member', 'a member in `$filter` that a job does not have', '$filter=color eq 1', '$filter'],
  ['filter-half', 'half a condition', '$filter=displayName eq', '$filter'],
  ['filter-open', 'a text without an end', "$filter=displayName eq 'x", '$filter'],
  ['filter-type', 'a comparison of a text with a number', '$filter=displayName eq 5', '$filter'],
  ['filter-enumeration', 'an enumeration member that there is not', "$filter=status eq 'happy'", '$filter'],
  ['filter-date', 'a day that no calendar has', '$filter=createdDateTime gt 2027-02-30T00:00:00Z', '$filter'],
  ['filter-function', 'a function that is not supported', "$filter=substring(displayName,1) eq 'x'", '$filter'],
  ['filter-lambda', 'a lambda', "$filter=resources/any(r:r eq 'x')", '$filter'],
  ['filter-statement', 'another language', "$filter=displayName eq 'x' or (select 1)", '$filter'],
];

/** What is not understood is refused by name, and never ignored (contract page 5.2 and 5.4). */
export const REFUSED_OPTIONS: readonly Check[] = [
  ...REFUSED.map(([slug, words, query, name]): Check => ({
    id: `queries.refuse-${slug}`,
    sentence: `A list refuses ${words} with 400, and says so by name`,
    sources: [protocol('11.2'), contract('5.2', 'G-query'), decision('OPEN-14')],
    run: async (test) => {
      const encoded = query.replaceAll(' ', '%20').replaceAll("'", '%27');
      refused(await test.get(`${test.jobs()}?${encoded}`), 400, { names: [name] });
    },
  })),
  {
    id: 'queries.refuse-on-single',
    sentence: 'A single job and a single person refuse the options of lists',
    sources: [contract('1.3.11 and 5.4', 'OAS'), decision('OPEN-14')],
    run: async (test) => {
      const { jobs } = await queryJobs(test);
      const path = test.job(jobs[0]?.id ?? '');
      for (const option of [
        '$top=1',
        '$filter=status eq null'.replaceAll(' ', '%20'),
        '$orderby=id',
        '$foo=1',
        '$count=true',
      ]) {
        const [name = ''] = option.split('=');
        refused(await test.get(`${path}?${option}`), 400, { names: [name] });
        refused(await test.get(`${path}/users/${test.data.people[0] ?? ''}?${option}`), 400, { names: [name] });
      }
    },
  },
  {
    id: 'queries.refuse-on-users',
    sentence: 'A list of people refuses what it does not understand, by name',
    sources: [contract('1.3.10 and 5.4', 'OAS'), decision('OPEN-14')],
    run: async (test) => {
      const { jobs } = await queryJobs(test);
      const path = test.job(jobs[0]?.id ?? '', '/users');
      for (const option of ['$top=0', '$top=1&$top=2', '$select=color', '$foo=1', '$skiptoken=nonsense', '$apply=x']) {
        const [name = ''] = option.split('=');
        refused(await test.get(`${path}?${option}`), 400, { names: [name] });
      }
    },
  },
];

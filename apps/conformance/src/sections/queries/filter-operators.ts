import type { Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { equal } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import { numbersWhere, range } from './page';
import { dateOf, OTHER_SOURCE, queryJobs } from './query-jobs';

/** One use of an operator: a condition on the query jobs, and the numbers of those for which it holds. */
interface Case {
  readonly slug: string;
  /** The operator, as it stands in a sentence. */
  readonly operator: string;
  /** Section of OData 4.01 part 2. */
  readonly section: string;
  readonly conditions: (test: CheckContext, prefix: string) => readonly (readonly [string, readonly number[]])[];
}

const EVERY_FOURTH = [4, 8, 12, 16, 20];
const EVERY_FIFTH = [5, 10, 15, 20];
const except = (...numbers: readonly number[]): number[] => range(1, 23).filter((one) => !numbers.includes(one));

const CASES: readonly Case[] = [
  {
    slug: 'eq',
    operator: '`eq`',
    section: '5.1.1.1.1',
    conditions: (_test, prefix) => [
      [`displayName eq '${prefix}07'`, [7]],
      [`'${prefix}07' eq displayName`, [7]],
    ],
  },
  {
    slug: 'ne',
    operator: '`ne`',
    section: '5.1.1.1.2',
    conditions: (_test, prefix) => [[`displayName ne '${prefix}07'`, except(7)]],
  },
  {
    slug: 'gt',
    operator: '`gt`',
    section: '5.1.1.1.3',
    conditions: () => [[`completeAfterDateTime gt ${dateOf(20)}`, [21, 22, 23]]],
  },
  {
    slug: 'ge',
    operator: '`ge`',
    section: '5.1.1.1.4',
    conditions: () => [[`completeAfterDateTime ge ${dateOf(20)}`, [20, 21, 22, 23]]],
  },
  {
    slug: 'lt',
    operator: '`lt`',
    section: '5.1.1.1.5',
    conditions: () => [[`completeAfterDateTime lt ${dateOf(3)}`, [1, 2]]],
  },
  {
    slug: 'le',
    operator: '`le`',
    section: '5.1.1.1.6',
    conditions: (_test, prefix) => [
      [`completeAfterDateTime le ${dateOf(3)}`, [1, 2, 3]],
      [`displayName le '${prefix}02'`, [1, 2]],
    ],
  },
  {
    slug: 'and',
    operator: '`and`',
    section: '5.1.1.1.7',
    conditions: () => [[`completeAfterDateTime gt ${dateOf(5)} and completeAfterDateTime lt ${dateOf(8)}`, [6, 7]]],
  },
  {
    slug: 'or',
    operator: '`or`, which binds weaker than `and`',
    section: '5.1.1.1.8 and 5.1.1.16',
    conditions: (_test, prefix) => [
      [`displayName eq '${prefix}01' or displayName eq '${prefix}02'`, [1, 2]],
      [`displayName eq '${prefix}01' or displayName eq '${prefix}02' and status eq 'failed'`, [1]],
      [`(displayName eq '${prefix}01' or displayName eq '${prefix}02') and status eq 'failed'`, []],
    ],
  },
  {
    slug: 'not',
    operator: '`not`',
    section: '5.1.1.1.9',
    conditions: (_test, prefix) => [
      [`not (displayName eq '${prefix}07')`, except(7)],
      [`not startswith(displayName,'${prefix}0')`, range(10, 23)],
    ],
  },
  {
    slug: 'in',
    operator: '`in`',
    section: '5.1.1.1.12',
    conditions: (_test, prefix) => [
      [`displayName in ('${prefix}01','${prefix}23','nobody')`, [1, 23]],
      [`status in ('submitted','failed')`, range(1, 23)],
    ],
  },
  {
    slug: 'startswith',
    operator: '`startswith`',
    section: '5.1.1.5.7',
    conditions: (_test, prefix) => [[`startswith(displayName,'${prefix}2')`, [20, 21, 22, 23]]],
  },
  {
    slug: 'endswith',
    operator: '`endswith`',
    section: '5.1.1.5.3',
    conditions: () => [[`endswith(displayName,'q07')`, [7]]],
  },
  {
    slug: 'contains',
    operator: '`contains`',
    section: '5.1.1.5.1',
    conditions: () => [[`contains(displayName,'q1')`, range(10, 19)]],
  },
  {
    slug: 'null',
    operator: '`null`',
    section: '5.1.1.13',
    conditions: (test) => [
      ['exchangeSettings/sourceEndpoint eq null', EVERY_FOURTH],
      ['exchangeSettings/sourceEndpoint ne null', except(...EVERY_FOURTH)],
      [`exchangeSettings/sourceEndpoint ne '${test.data.sourceEndpoint}'`, EVERY_FOURTH],
    ],
  },
  {
    slug: 'guid',
    operator: 'GUIDs, quoted or not, in any letter case',
    section: '5.1.1.13',
    conditions: () => [
      [`sourceTenantId eq ${OTHER_SOURCE}`, EVERY_FIFTH],
      [`sourceTenantId eq '${OTHER_SOURCE.toUpperCase()}'`, EVERY_FIFTH],
      [`sourceTenantId ne '${OTHER_SOURCE}'`, except(...EVERY_FIFTH)],
    ],
  },
  {
    slug: 'enumeration',
    operator: 'members of enumerations, quoted or qualified',
    section: '5.1.1.13',
    conditions: () => [
      [`status eq 'submitted'`, range(1, 23)],
      [`status eq microsoft.graph.crossTenantMigrationJobStatus'submitted'`, range(1, 23)],
      [`jobType ne 'validate'`, []],
    ],
  },
  {
    slug: 'date',
    operator: 'dates with an offset, or with fractions of a second',
    section: '5.1.1.13',
    conditions: () => [
      ['completeAfterDateTime lt 2098-01-03T01:00:00+01:00', [1, 2]],
      ['completeAfterDateTime le 2098-01-02T19:00:00.000-05:00', [1, 2, 3]],
    ],
  },
  {
    slug: 'quotes',
    operator: 'quotes, doubled in a text',
    section: '5.1.1.13.1',
    conditions: () => [
      [`displayName eq 'it''s not there'`, []],
      [`not contains(displayName,'''')`, range(1, 23)],
    ],
  },
  {
    slug: 'wildcards',
    operator: '`%` and `_`, which mean themselves',
    section: '5.1.1.5',
    conditions: () => [
      ["contains(displayName,'%')", []],
      ["contains(displayName,'_')", []],
    ],
  },
];

/** Every operator and every kind of literal of `$filter` (contract page 5.4). */
export const FILTER_OPERATORS: readonly Check[] = CASES.map(({ slug, operator, section, conditions }): Check => ({
  id: `queries.filter-${slug}`,
  sentence: `\`$filter\` understands ${operator}`,
  sources: [conventions(section), contract('5.4', 'G-filt'), decision('OPEN-14')],
  run: async (test) => {
    const { prefix } = await queryJobs(test);
    for (const [condition, expected] of conditions(test, prefix)) {
      equal(await numbersWhere(test, condition), expected, `The jobs for which ${condition}`);
    }
  },
}));

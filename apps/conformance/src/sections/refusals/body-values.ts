import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { holds } from '../../expect/expect';
import { detailsOf, refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';

/** A value that can be read and cannot be: what stands in the body beside the usual, and the member to blame. */
interface WrongValue {
  readonly slug: string;
  readonly words: string;
  readonly more: (test: CheckContext) => Json;
  readonly member: string;
}

const WRONG_VALUES: readonly WrongValue[] = [
  {
    slug: 'workload',
    words: 'a workload that there is not',
    more: () => ({ workloads: ['Mail'] }),
    member: 'workloads',
  },
  {
    slug: 'resource-type',
    words: 'a resource type that there is not',
    more: () => ({ resourceType: 'Groups' }),
    member: 'resourceType',
  },
  {
    slug: 'source-guid',
    words: 'a source tenant that is no GUID',
    more: () => ({ sourceTenantId: 'contoso' }),
    member: 'sourceTenantId',
  },
  {
    slug: 'resource-guid',
    words: 'a person whose id is no GUID',
    more: () => ({ resources: ['ann@fabrikam.example'] }),
    member: 'resources',
  },
  { slug: 'no-resources', words: 'no people', more: () => ({ resources: [] }), member: 'resources' },
  {
    slug: 'no-settings',
    words: 'Exchange without `exchangeSettings`',
    more: () => ({ exchangeSettings: undefined, workloads: ['Exchange'] }),
    member: 'exchangeSettings',
  },
  {
    slug: 'no-settings-for-all',
    words: 'all workloads without `exchangeSettings`',
    more: () => ({ exchangeSettings: undefined }),
    member: 'exchangeSettings',
  },
  {
    slug: 'twice',
    words: 'a person who stands there twice',
    more: ({ data }) => ({ resources: [data.people[0], data.people[0]?.toUpperCase()] }),
    member: 'resources',
  },
  {
    slug: 'meeting-alone',
    words: 'meetings without Teams and Exchange',
    more: () => ({ workloads: ['Meeting'] }),
    member: 'workloads',
  },
  {
    slug: 'meeting-without-exchange',
    words: 'meetings without Exchange',
    more: () => ({ workloads: ['Meeting', 'Teams'] }),
    member: 'workloads',
  },
  {
    slug: 'too-many',
    words: 'more than 2,000 people',
    more: () => ({ resources: Array.from({ length: 2_001 }, () => randomUUID()) }),
    member: 'resources',
  },
];

const DECIDED: Readonly<Record<string, 'OPEN-1' | 'OPEN-10'>> = {
  'meeting-alone': 'OPEN-10',
  'meeting-without-exchange': 'OPEN-10',
  'too-many': 'OPEN-1',
};

/** Bodies of the right shape that ask for what cannot be: 422 with details (contract page 1.4). */
export const BODY_VALUE_REFUSALS: readonly Check[] = [
  ...WRONG_VALUES.map(({ slug, words, more, member }): Check => ({
    id: `refusals.value-${slug}`,
    sentence: `A body with ${words} is refused with 422, and \`details\` name \`${member}\``,
    sources: [contract('1.3.2, 1.4 and 2.7', 'D2:create', 'ERR'), decision(DECIDED[slug] ?? 'values')],
    run: async (test) => {
      const answer = await test.post(test.jobs(), { body: test.body(more(test)) });
      const error = refused(answer, 422, { code: 'BadArgument', names: [member] });
      const isDetailed = detailsOf(error).some(({ target }) => String(target).startsWith(member));
      holds(isDetailed, `No element of details has ${member} as its target.`);
    },
  })),
  {
    id: 'refusals.used-name',
    sentence: 'A name that a job of either kind has is refused with 422 in the published words',
    sources: [contract('1.3.2, 1.3.7 and 1.4', 'ERR', 'D1', 'R1')],
    run: async (test) => {
      const { displayName } = await test.create();
      const expected = {
        code: 'BadArgument',
        message: 'Error in displayName data field',
        detail: {
          code: 'duplicateDisplayNameJob',
          message: 'displayName already exists. Please provide a unique job displayName.',
        },
      };
      refused(await test.post(test.jobs(), { body: test.body({ displayName }) }), 422, expected);
      refused(await test.post(test.jobs('/validate'), { body: test.body({ displayName }) }), 422, expected);
    },
  },
  {
    id: 'refusals.used-name-at-once',
    sentence: 'Of several creations with one name at the same moment exactly one wins',
    sources: [contract('1.3.2', 'D1', 'D2'), decision('race')],
    run: async (test) => {
      const body = test.body();
      const answers = await Promise.all(Array.from({ length: 4 }, () => test.post(test.jobs(), { body })));
      const statuses = answers.map(({ status }) => status).sort();
      holds(String(statuses) === '201,422,422,422', `The statuses are ${statuses.join()}.`);
    },
  },
  {
    id: 'refusals.past-date',
    sentence: 'A date in the past is refused with 422 in the published words, on create and on update',
    sources: [contract('1.4', 'ERR', 'OVW'), decision('OPEN-3')],
    run: async (test) => {
      const expected = {
        code: 'BadArgument',
        message: 'Error in completeAfterDateTime data field',
        detail: {
          code: 'minThresholdFailed',
          message: 'completeAfterDateTime must be greater than the current time.',
        },
      };
      const { id } = await test.create();
      for (const completeAfterDateTime of ['2020-01-01T00:00:00Z', test.inSeconds(-60)]) {
        const body = test.body({ completeAfterDateTime });
        refused(await test.post(test.jobs(), { body }), 422, expected);
        refused(await test.patch(test.job(id), { body: { completeAfterDateTime } }), 422, expected);
      }
    },
  },
  {
    id: 'refusals.all-shapes-at-once',
    sentence: 'Every fault of the shape of a body is told at once, each in `details`',
    sources: [contract('5.1', 'G-err', 'AG errorResponses'), decision('OPEN-15')],
    run: async (test) => {
      const body = { displayName: 5, resources: 'x', color: 'red', exchangeSettings: { sourceEndpoint: true } };
      const missing = [
        'sourceTenantId',
        'completeAfterDateTime',
        'resourceType',
        'exchangeSettings.targetDeliveryDomain',
      ];
      const faults = ['displayName', 'resources', 'color', 'exchangeSettings.sourceEndpoint', ...missing];
      tellsAll(await test.post(test.jobs(), { body }).then((answer) => refused(answer, 400)), faults);
    },
  },
  {
    id: 'refusals.all-values-at-once',
    sentence: 'Every value that cannot be is told at once, each in `details`',
    sources: [contract('5.1', 'G-err', 'AG errorResponses'), decision('OPEN-15')],
    run: async (test) => {
      const { displayName } = await test.create();
      const body = test.body({
        displayName,
        completeAfterDateTime: '2020-01-01T00:00:00Z',
        sourceTenantId: 'contoso',
        workloads: ['Mail'],
        resources: ['ann'],
      });
      const faults = ['sourceTenantId', 'workloads', 'resources', 'completeAfterDateTime'];
      tellsAll(await test.post(test.jobs(), { body }).then((answer) => refused(answer, 422)), faults);
    },
  },
  {
    id: 'refusals.all-kinds-at-once',
    sentence: 'Faults of shape and wrong values are told together',
    sources: [contract('5.1', 'G-err', 'AG errorResponses'), decision('OPEN-15')],
    run: async (test) => {
      const body = test.body({ color: 'red', displayName: 5, workloads: ['Mail'], resources: ['ann'] });
      const error = refused(await test.post(test.jobs(), { body }), [400, 422]);
      tellsAll(error, ['color', 'displayName', 'workloads', 'resources']);
    },
  },
];

/** Expects an element of `details` for each place that is at fault, or one in it. */
function tellsAll(error: Json, places: readonly string[]): void {
  const targets = detailsOf(error).map(({ target }) => String(target));
  const untold = places.filter(
    (place) => !targets.some((target) => target === place || target.startsWith(`${place}[`)),
  );
  holds(untold.length === 0, `details do not tell of ${untold.join(', ')}; their targets are ${targets.join(', ')}.`);
}

import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';

const REQUIRED = ['displayName', 'completeAfterDateTime', 'sourceTenantId', 'resourceType', 'resources'] as const;

/** Values of a wrong type, by member (contract page 2.1 and 2.4). */
const WRONG_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  displayName: [5, true, ['a'], {}],
  sourceTenantId: [7, [], {}],
  completeAfterDateTime: [1_900_000_000_000, 'tomorrow', '2098-02-30T00:00:00Z', {}],
  exchangeSettings: ['endpoint', 5, []],
  'exchangeSettings.sourceEndpoint': [5, {}],
  'exchangeSettings.targetDeliveryDomain': [true, []],
  workloads: ['Teams', 5, { 0: 'Teams' }],
  'workloads[0]': [5, {}],
  resourceType: [5, ['Users']],
  resources: ['22222222-0000-4000-8000-000000000001', 5, {}],
  'resources[0]': [5, {}],
  '@odata.type': [5, 'microsoft.graph.user'],
};

/** Members that no type has, some of which every object of JavaScript has. */
const UNKNOWN = ['color', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'displayname2'] as const;

/** A create body with a value at a place such as `exchangeSettings.sourceEndpoint` or `resources[0]`. */
function bodyWith(test: CheckContext, place: string, value: unknown): Readonly<Record<string, unknown>> {
  const body = test.body();
  const [, outer, inner] = /^([\w@]+(?:\.type)?)(?:\.(\w+)|\[0\])?$/.exec(place) ?? [];
  if (place === '@odata.type' || outer === place) return { ...body, [place]: value };
  if (inner === undefined) return { ...body, [outer ?? '']: [value] };
  return { ...body, [outer ?? '']: { ...(body[outer ?? ''] as object), [inner]: value } };
}

/** Bodies that are not of the type: 400, with the member by its name (contract page 5.2). */
export const BODY_SHAPE_REFUSALS: readonly Check[] = [
  ...REQUIRED.map((member): Check => ({
    id: `refusals.missing-${member}`,
    sentence: `A body without \`${member}\` is refused with 400, which names it`,
    sources: [contract('1.3.2 and 5.2', 'D2:create', 'AG nullable')],
    run: async (test) => {
      const body = test.body({ [member]: undefined });
      refused(await test.post(test.jobs(), { body }), 400, { code: 'BadRequest', names: [member] });
    },
  })),
  {
    id: 'refusals.missing-settings-member',
    sentence: 'Settings without one of their members are refused with 400, which names it',
    sources: [contract('2.4 and 5.2', 'OAS', 'AG nullable'), decision('values')],
    run: async (test) => {
      for (const member of ['sourceEndpoint', 'targetDeliveryDomain']) {
        const body = bodyWith(test, `exchangeSettings.${member}`, undefined);
        refused(await test.post(test.jobs(), { body }), 400, { names: [member] });
      }
    },
  },
  ...Object.entries(WRONG_TYPES).map(([place, values]): Check => ({
    id: `refusals.type-of-${place.replace(/[@[\]]/g, '').replaceAll('.', '-')}`,
    sentence: `A value of a wrong type for \`${place}\` is refused with 400, which names it`,
    sources: [contract('5.2', 'ISS microsoftgraph/microsoft-graph-docs#138'), decision('values')],
    run: async (test) => {
      const names = [place.replace(/\[0\]$/, '')];
      for (const value of values) {
        refused(await test.post(test.jobs(), { body: bodyWith(test, place, value) }), 400, { names });
      }
    },
  })),
  {
    id: 'refusals.null',
    sentence: '`null` is another thing than nothing: refused with 400 for every member that cannot be null',
    sources: [contract('2.1 and 5.3', 'OAS', 'PY', 'KTS'), decision('values')],
    run: async (test) => {
      for (const member of [...REQUIRED, 'workloads', 'jobType']) {
        refused(await test.post(test.jobs(), { body: test.body({ [member]: null }) }), 400, { names: [member] });
      }
    },
  },
  ...UNKNOWN.map((member): Check => ({
    id: `refusals.unknown-${member.replaceAll('_', '')}`,
    sentence: `A member \`${member}\` is refused with 400, which says that the type does not have it`,
    sources: [contract('5.2', 'ISS microsoftgraph/msgraph-sdk-python#440'), decision('OPEN-13')],
    run: async (test) => {
      const text = JSON.stringify(test.body()).replace('{', `{${JSON.stringify(member)}:{"x":1},`);
      refused(await test.post(test.jobs(), { body: text }), 400, { code: 'BadRequest', names: [member] });
    },
  })),
  {
    id: 'refusals.unknown-words',
    sentence: 'The refusal of an unknown member has the published words',
    sources: [contract('5.2', 'ISS microsoftgraph/msgraph-sdk-python#440'), decision('OPEN-13')],
    run: async (test) => {
      const advice = 'Make sure to only use property names that are defined by the type or mark the type as open type.';
      const message = `The property 'color' does not exist on type 'microsoft.graph.crossTenantMigrationJob'. ${advice}`;
      refused(await test.post(test.jobs(), { body: test.body({ color: 'red' }) }), 400, { message });
    },
  },
  {
    id: 'refusals.unknown-nested',
    sentence: 'An unknown member of the settings, and one of an update, is refused by name',
    sources: [contract('5.2', 'ISS microsoftgraph/msgraph-sdk-dotnet#450'), decision('OPEN-13')],
    run: async (test) => {
      const body = bodyWith(test, 'exchangeSettings.port', 993);
      refused(await test.post(test.jobs(), { body }), 400, { names: ['port'] });
      const { id } = await test.create();
      for (const member of ['displayName', 'color', 'constructor']) {
        const change = { completeAfterDateTime: test.inSeconds(86_400), [member]: 'x' };
        refused(await test.patch(test.job(id), { body: change }), 400, { names: [member] });
      }
    },
  },
  {
    id: 'refusals.owned-members',
    sentence: 'A status that is no initial one, and the tenant of somebody else, are refused with 400',
    sources: [contract('1.3.2', 'D0'), decision('OPEN-13')],
    run: async (test) => {
      refused(await test.post(test.jobs(), { body: test.body({ status: 'completed' }) }), 400, { names: ['status'] });
      const body = test.body({ targetTenantId: '99999999-9999-4999-8999-999999999999' });
      refused(await test.post(test.jobs(), { body }), 400, { names: ['targetTenantId'] });
    },
  },
  {
    id: 'refusals.sentinel',
    sentence: '`unknownFutureValue` is refused as a value of an enumeration',
    sources: [contract('5.5', 'AG evolvable-enums')],
    run: async (test) => {
      const body = test.body({ jobType: 'unknownFutureValue' });
      refused(await test.post(test.jobs(), { body }), 400, { names: ['jobType'] });
    },
  },
  {
    id: 'refusals.update-body',
    sentence: 'An update needs `completeAfterDateTime`, as a date',
    sources: [contract('1.3.4 and 5.2', 'D1:update')],
    run: async (test) => {
      const { id } = await test.create();
      for (const body of [{}, { completeAfterDateTime: null }, { completeAfterDateTime: 'soon' }]) {
        refused(await test.patch(test.job(id), { body }), 400, { names: ['completeAfterDateTime'] });
      }
    },
  },
];

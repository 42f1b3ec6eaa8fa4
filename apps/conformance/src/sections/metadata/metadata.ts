import type { Check } from '../../checks/check';
import { contract, decision, protocol, schemaFormat } from '../../checks/sources';
import { equal, holds, matches } from '../../expect/expect';
import { ENUMERATIONS } from '../../expect/vocabulary';
import { childrenOf, type Element, Schema } from './schema';

/** Members of the structured types and their EDM types (contract page 2.1 to 2.6). */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  crossTenantMigrationJob: {
    displayName: 'Edm.String',
    jobType: 'microsoft.graph.crossTenantMigrationJobType',
    sourceTenantId: 'Edm.String',
    targetTenantId: 'Edm.String',
    completeAfterDateTime: 'Edm.DateTimeOffset',
    status: 'microsoft.graph.crossTenantMigrationJobStatus',
    message: 'Edm.String',
    createdDateTime: 'Edm.DateTimeOffset',
    createdBy: 'Edm.String',
    lastUpdatedDateTime: 'Edm.DateTimeOffset',
    exchangeSettings: 'microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
    workloads: 'Collection(Edm.String)',
    resourceType: 'Edm.String',
    resources: 'Collection(Edm.String)',
  },
  crossTenantMigrationTask: {
    taskType: 'Edm.String',
    lastUpdatedDateTime: 'Edm.DateTimeOffset',
    currentStatus: 'Collection(microsoft.graph.crossTenantMigrationServiceStatusDetails)',
  },
  crossTenantMigrationServiceStatusDetails: {
    service: 'Edm.String',
    status: 'microsoft.graph.crossTenantMigrationServiceStatus',
    message: 'Edm.String',
    errors: 'Collection(microsoft.graph.error)',
  },
  exchangeOnlineCrossTenantMigrationSettings: { sourceEndpoint: 'Edm.String', targetDeliveryDomain: 'Edm.String' },
  crossTenantMigrationCancelResponse: { status: 'Edm.String', message: 'Edm.String' },
  error: { code: 'Edm.String', message: 'Edm.String' },
};

const ENTITIES = ['crossTenantMigrationJob', 'crossTenantMigrationTask'];

/** A type with the alias of the namespace spelled out. */
const spelled = (type: unknown): string =>
  String(type).replace(/^(Collection\()?(?:graph|self)\./, '$1microsoft.graph.');

function propertiesOf(schema: Schema, name: string): ReadonlyMap<string, string> {
  const kind = ENTITIES.includes(name) ? 'EntityType' : 'ComplexType';
  const properties = childrenOf(schema.named(kind, name), 'Property');
  return new Map(properties.map((property) => [String(property['Name']), spelled(property['Type'])]));
}

/** `$metadata` (contract page 2). */
export const METADATA: readonly Check[] = [
  {
    id: 'metadata.document',
    sentence: '`$metadata` is well-formed XML with the schema `microsoft.graph`, and says that it is XML',
    sources: [protocol('11.1.2'), schemaFormat('3.1'), decision('description')],
    versions: 'every',
    run: async (test) => {
      const answer = (await test.get(`${test.root}/$metadata`)).expect(200);
      matches(answer.header('content-type'), /^application\/xml\b/, 'Content-Type');
      matches(answer.text, /<(?:\w+:)?Edmx[^>]+Version="4\.\d+"/, 'The document');
      await Schema.of(test);
    },
  },
  ...Object.keys(MEMBERS).map((name): Check => ({
    id: `metadata.type-${name}`,
    sentence: `\`${name}\` has its members, each of its type`,
    sources: [contract('2.1 to 2.6', 'OAS', 'TM'), schemaFormat('7.1'), decision('description')],
    run: async (test) => {
      const properties = propertiesOf(await Schema.of(test), name);
      for (const [member, type] of Object.entries(MEMBERS[name] ?? {})) {
        equal(properties.get(member), type, `The type of ${member}`);
      }
    },
  })),
  ...Object.entries(ENUMERATIONS).map(([name, members]): Check => ({
    id: `metadata.enumeration-${name}`,
    sentence: `\`${name}\` has its members in the published order`,
    sources: [contract('2.7', 'OAS', 'PY', 'GOB'), schemaFormat('10.3'), decision('description')],
    versions: 'every',
    run: async (test) => {
      const schema = await Schema.of(test);
      const found = childrenOf(schema.named('EnumType', name), 'Member');
      equal(
        found.map((member) => member['Name']),
        members,
        'The members',
      );
      const values = found.map((member, index) => Number(member['Value'] ?? index));
      holds(
        values.every((value, index) => index === 0 || value > (values[index - 1] ?? -1)),
        `The values of the members do not ascend: ${values.join()}.`,
      );
    },
  })),
  {
    id: 'metadata.keys',
    sentence: 'Jobs and people have `id` as their key, declared with them or inherited from `entity`',
    sources: [contract('2.1 and 2.2', 'OAS', 'TM'), schemaFormat('6.5'), decision('description')],
    run: async (test) => {
      const schema = await Schema.of(test);
      for (const name of ENTITIES) {
        const own = schema.named('EntityType', name);
        const { BaseType: qualified } = own;
        const base = typeof qualified === 'string' ? qualified.split('.').at(-1) : undefined;
        const keyed = own['Key'] === undefined && base ? schema.named('EntityType', base) : own;
        matches(JSON.stringify(keyed['Key']), /"Name":"id"/, `The key of ${name}`);
      }
    },
  },
  {
    id: 'metadata.navigation',
    sentence: 'The root contains the jobs, and a job its people',
    sources: [contract('2.1 and 2.6', 'OAS', 'TM'), schemaFormat('8.4'), decision('description')],
    run: async (test) => {
      const schema = await Schema.of(test);
      const leads = (owner: Element, name: string, type: string): void => {
        const found = childrenOf(owner, 'NavigationProperty').find((one) => one['Name'] === name);
        equal(spelled(found?.['Type']), `Collection(microsoft.graph.${type})`, `The type of ${name}`);
        equal(found?.['ContainsTarget'], 'true', `ContainsTarget of ${name}`);
      };
      leads(schema.named('EntityType', 'migrationsRoot'), 'crossTenantMigrationJobs', 'crossTenantMigrationJob');
      leads(schema.named('EntityType', 'crossTenantMigrationJob'), 'users', 'crossTenantMigrationTask');
    },
  },
  {
    id: 'metadata.actions',
    sentence: 'The actions are there by name, bound to jobs and to people',
    sources: [contract('1.1 rows 8 to 11 and 15', 'OAS'), schemaFormat('12.2'), decision('description')],
    versions: 'every',
    run: async (test) => {
      const schema = await Schema.of(test);
      for (const [name, type] of [
        ['validate', 'crossTenantMigrationJob'],
        ['migrate', 'crossTenantMigrationJob'],
        ['cancel', 'crossTenantMigrationJob'],
        ['cancel', 'crossTenantMigrationTask'],
      ] as const) {
        const bound = schema.actions(name).find((action) => {
          const [first] = childrenOf(action, 'Parameter');
          return action['IsBound'] === 'true' && spelled(first?.['Type']) === `microsoft.graph.${type}`;
        });
        holds(bound !== undefined, `There is no action ${name} that is bound to ${type}.`);
      }
    },
  },
  {
    id: 'metadata.accept',
    sentence: '`$metadata` is answered as XML to whoever accepts XML or anything, and refused with 406 to others',
    sources: [protocol('11.1.2'), decision('description')],
    run: async (test) => {
      const path = `${test.root}/$metadata`;
      for (const accept of ['application/xml', '*/*']) (await test.get(path, { headers: { accept } })).expect(200);
      const json = await test.get(path, { headers: { accept: 'application/json' } });
      if (json.status === 200) matches(json.header('content-type'), /^application\/json\b/, 'Content-Type');
      else json.expect(406);
    },
  },
];

import {
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  descriptionOf,
  JobStatus,
  JobType,
  ServiceStatus,
} from '@ferry/contracts';
import { parse } from '@sap-ux/edmx-parser';
import { XMLValidator } from 'fast-xml-parser';
import { JOB_MEMBERS, TASK_MEMBERS } from '../jobs/job-selection';
import { csdl } from './csdl';

interface Named {
  readonly name: string;
}
interface Property extends Named {
  readonly type: string;
  readonly nullable?: boolean;
}

/** The parts of what the parser reads that are looked at here; its own types come in a package of their own. */
interface Schema {
  readonly namespace: string;
  readonly enumTypes: readonly (Named & { members: (Named & { value: unknown })[] })[];
  readonly entityTypes: readonly (Named & {
    entityProperties: Property[];
    navigationProperties: (Named & { containsTarget: boolean })[];
  })[];
  readonly complexTypes: readonly (Named & { properties: Property[] })[];
  readonly actions: readonly (Named & { parameters: Property[]; returnType: string })[];
  readonly singletons: readonly object[];
}

const words = (members: readonly { name: string; value: unknown }[] = []) =>
  [...members].sort((one, other) => Number(one.value) - Number(other.value)).map(({ name }) => name);

describe('The schema of the contract', () => {
  const document = csdl();
  const { schema } = parse(document) as unknown as { schema: Schema };
  const entity = (name: string) => schema.entityTypes.find((type) => type.name === name);
  const complex = (name: string) => schema.complexTypes.find((type) => type.name === name);
  const members = (name: string) =>
    (entity(name)?.entityProperties ?? complex(name)?.properties ?? []).map((property) => property.name);

  it('is well-formed XML of one namespace', () => {
    expect(XMLValidator.validate(document)).toBe(true);
    expect(schema.namespace).toBe('microsoft.graph');
    expect(document).toContain('<edmx:Edmx Version="4.0"');
  });

  it('has the enumerations with their words in the published order', () => {
    const named = (name: string) => schema.enumTypes.find((type) => type.name === name)?.members;
    expect(words(named('crossTenantMigrationJobStatus'))).toEqual(Object.values(JobStatus));
    expect(words(named('crossTenantMigrationServiceStatus'))).toEqual(Object.values(ServiceStatus));
    expect(words(named('crossTenantMigrationJobType'))).toEqual(Object.values(JobType));
    expect(schema.enumTypes).toHaveLength(3);
    expect(document).toContain('<Member Name="unknownFutureValue" Value="18"/>');
  });

  it('has every member that an answer may hold, and no other', () => {
    expect(members('crossTenantMigrationJob').sort()).toEqual(JOB_MEMBERS.filter((name) => name !== 'id').sort());
    expect(members('crossTenantMigrationTask').sort()).toEqual(TASK_MEMBERS.filter((name) => name !== 'id').sort());
    expect(members('crossTenantMigrationServiceStatusDetails')).toEqual(['service', 'status', 'message', 'errors']);
    expect(members('exchangeOnlineCrossTenantMigrationSettings')).toEqual(['sourceEndpoint', 'targetDeliveryDomain']);
    expect(members('error')).toEqual(['code', 'message']);
    expect(members('crossTenantMigrationCancelResponse')).toEqual(['id', 'displayName', 'status', 'message']);
    expect(members('migrationsRoot')).toEqual([]);
  });

  it('says of each member of a job what it holds and whether it may be missing', () => {
    const types = Object.fromEntries(
      entity('crossTenantMigrationJob')?.entityProperties.map(({ name, type, nullable }) => [
        name,
        [type, nullable !== false],
      ]) ?? [],
    );
    expect(types).toMatchObject({
      displayName: ['Edm.String', false],
      jobType: ['microsoft.graph.crossTenantMigrationJobType', false],
      status: ['microsoft.graph.crossTenantMigrationJobStatus', false],
      completeAfterDateTime: ['Edm.DateTimeOffset', false],
      message: ['Edm.String', true],
      exchangeSettings: ['microsoft.graph.exchangeOnlineCrossTenantMigrationSettings', true],
      workloads: ['Collection(Edm.String)', false],
      resources: ['Collection(Edm.String)', false],
    });
    expect(document).toContain(`String="${descriptionOf(CrossTenantMigrationJob, 'displayName')}"`);
    expect(descriptionOf(CrossTenantMigrationTask)).toBeDefined();
  });

  it('leads from the singleton to jobs and their people', () => {
    expect(schema.singletons).toMatchObject([{ name: 'solutions', entityTypeName: 'microsoft.graph.solutionsRoot' }]);
    const steps = schema.entityTypes.flatMap((type) =>
      type.navigationProperties.map((step) => [type.name, step.name, step.containsTarget]),
    );
    expect(steps).toEqual(
      expect.arrayContaining([
        ['solutionsRoot', 'migrations', true],
        ['migrationsRoot', 'crossTenantMigrationJobs', true],
        ['crossTenantMigrationJob', 'users', true],
      ]),
    );
  });

  it('names the actions, what they are bound to and what they answer', () => {
    const bound = schema.actions.map(({ name, parameters, returnType }) => [name, parameters[0]?.type, returnType]);
    const job = 'microsoft.graph.crossTenantMigrationJob';
    expect(bound).toEqual([
      ['validate', job, job],
      ['migrate', job, job],
      ['cancel', job, 'microsoft.graph.crossTenantMigrationCancelResponse'],
      ['cancel', 'microsoft.graph.crossTenantMigrationTask', 'microsoft.graph.crossTenantMigrationCancelResponse'],
      ['validate', `Collection(${job})`, job],
    ]);
    expect(schema.actions[4]?.parameters.map(({ name, type }) => [name, type]).slice(1, 3)).toEqual([
      ['displayName', 'Edm.String'],
      ['completeAfterDateTime', 'Edm.String'],
    ]);
  });

  it('says by which name a job is found, and what lists cannot do', () => {
    expect(document).toMatch(/AlternateKeys"[^]*PropertyPath="displayName"/);
    expect(document).toMatch(
      /Target="microsoft.graph.migrationsRoot\/crossTenantMigrationJobs"[^]*NonFilterableProperties"[^]*<PropertyPath>workloads<\/PropertyPath>/,
    );
    expect(document).toMatch(/Target="microsoft.graph.crossTenantMigrationJob\/users"[^]*Searchable" Bool="false"/);
  });
});

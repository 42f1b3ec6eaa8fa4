import { AdvanceSandboxClock, CreateCrossTenantMigrationJob, UpdateCrossTenantMigrationJob } from '@ferry/contracts';
import { GraphHttpError } from './graph-http-error';
import { ValidationPipe } from './validation.pipe';

const GUID = '22222222-0000-4000-8000-000000000001';

const create = () => ({
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2027-03-01T18:00:00Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  resourceType: 'Users',
  resources: [GUID],
});

describe('ValidationPipe', () => {
  const pipe = new ValidationPipe();
  const read = (value: unknown, metatype: new () => object = CreateCrossTenantMigrationJob): unknown =>
    pipe.transform(value, { type: 'body', metatype, data: undefined });
  const refusal = (value: unknown, metatype?: new () => object): GraphHttpError => {
    try {
      read(value, metatype);
    } catch (error) {
      if (error instanceof GraphHttpError) return error;
      throw error;
    }
    throw new Error('The body was accepted.');
  };

  it('makes an instance of the class, with its dates and its spelling', () => {
    const job = read({ ...create(), workloads: ['exchange', 'odsp'], resourceType: 'users' });
    expect(job).toBeInstanceOf(CreateCrossTenantMigrationJob);
    expect(job).toMatchObject({
      completeAfterDateTime: new Date('2027-03-01T18:00:00Z'),
      workloads: ['Exchange', 'ODSP'],
      resourceType: 'Users',
    });
  });

  it('names an unknown member and its type in the words of Graph', () => {
    const message =
      "The property 'priority' does not exist on type 'microsoft.graph.crossTenantMigrationJob'. Make sure to only use " +
      'property names that are defined by the type or mark the type as open type.';
    expect(refusal({ ...create(), priority: 1 })).toMatchObject({
      status: 400,
      code: 'BadRequest',
      message,
      details: [{ code: 'unknownProperty', message, target: 'priority' }],
    });
  });

  it('refuses members that every object inherits, at every depth', () => {
    const body = { ...create(), constructor: 'x', exchangeSettings: { ...create().exchangeSettings, toString: 1 } };
    expect(refusal(body).details.map((detail) => detail.target)).toEqual(['exchangeSettings.toString', 'constructor']);
  });

  it('leaves a parameter alone whose type is an enumeration', () => {
    const metatype = { Exchange: 'Exchange' } as unknown as new () => object;
    expect(pipe.transform('Exchange', { type: 'query', metatype, data: 'service' })).toBe('Exchange');
  });

  it('names an unknown member of a nested value and of a change', () => {
    const nested = { ...create(), exchangeSettings: { ...create().exchangeSettings, x: 1 } };
    expect(refusal(nested).details).toEqual([
      expect.objectContaining({
        target: 'exchangeSettings.x',
        message: expect.stringContaining("'microsoft.graph.exchangeOnlineCrossTenantMigrationSettings'"),
      }),
    ]);
    const change = { completeAfterDateTime: '2027-03-01T18:00:00Z', displayName: 'x' };
    expect(refusal(change, UpdateCrossTenantMigrationJob).message).toContain(
      "'microsoft.graph.crossTenantMigrationJob'",
    );
  });

  it('names a missing member', () => {
    expect(refusal({ ...create(), displayName: undefined }).details).toEqual([
      {
        code: 'missingProperty',
        message: "The property 'displayName' is required on type 'microsoft.graph.crossTenantMigrationJob'.",
        target: 'displayName',
      },
    ]);
  });

  it.each([
    ['displayName', 7],
    ['displayName', null],
    ['sourceTenantId', 'contoso'],
    ['completeAfterDateTime', '2027-02-30T00:00:00Z'],
    ['completeAfterDateTime', 1_800_000_000],
    ['resourceType', 'Groups'],
    ['resources', GUID],
    ['exchangeSettings', 'contoso-endpoint'],
    ['@odata.type', '#microsoft.graph.user'],
  ])('says that %s does not match the schema when it is %j', (member, value) => {
    expect(refusal({ ...create(), [member]: value })).toMatchObject({
      code: 'BadRequest',
      message: expect.stringContaining(`Property ${member} in payload has a value that does not match schema.`),
      details: [{ code: 'schemaMismatch', target: member }],
    });
  });

  it('says which elements of an array are wrong', () => {
    expect(refusal({ ...create(), resources: [GUID, 'x', 3] }).details.map(({ target }) => target)).toEqual([
      'resources[1]',
      'resources[2]',
    ]);
    expect(refusal({ ...create(), workloads: ['Exchange', 'Mail'] }).details).toMatchObject([
      { target: 'workloads[1]' },
    ]);
  });

  it('names values that are out of bounds', () => {
    expect(refusal({ ...create(), displayName: '' }).details).toMatchObject([
      { code: 'invalidValue', target: 'displayName' },
    ]);
    expect(refusal({ ...create(), resources: [] }).details).toMatchObject([
      { code: 'invalidValue', target: 'resources' },
    ]);
    expect(refusal({ seconds: 0 }, AdvanceSandboxClock).details).toMatchObject([{ target: 'seconds' }]);
  });

  it('collects everything that is wrong', () => {
    const error = refusal({ displayName: 'x', colour: 'red', exchangeSettings: { sourceEndpoint: 4 } });
    expect(error.details.map(({ target }) => target).sort()).toEqual([
      'colour',
      'completeAfterDateTime',
      'exchangeSettings.sourceEndpoint',
      'exchangeSettings.targetDeliveryDomain',
      'resourceType',
      'resources',
      'sourceTenantId',
    ]);
    expect(error.message).toMatch(/^7 things are wrong: /);
  });

  it('stops listing after a hundred things', () => {
    expect(
      refusal({ ...create(), resources: Array.from({ length: 2_000 }, (_, n) => `person ${n}`) }).details,
    ).toHaveLength(100);
  });

  it('asks for a body when there is none', () => {
    expect(refusal(undefined)).toMatchObject({ code: 'BadRequest', message: 'Empty Payload. JSON content expected.' });
  });

  it.each([[[]], ['text'], [4], [null], [true]])('refuses %j, which is no JSON object', (body) => {
    expect(refusal(body).message).toContain('Unable to read JSON request payload.');
  });
});

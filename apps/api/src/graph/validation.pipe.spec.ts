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

  it('refuses members that every object inherits, at every depth, beside what else is wrong', () => {
    const body = JSON.parse(
      JSON.stringify({
        ...create(),
        color: 'red',
        exchangeSettings: { ...create().exchangeSettings, toString: 1 },
      }).replace('{', '{"constructor": "x", "__proto__": {},'),
    ) as object;
    expect(refusal(body).details.map((detail) => detail.target)).toEqual([
      'constructor',
      '__proto__',
      'exchangeSettings.toString',
      'color',
    ]);
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
    const change = { completeAfterDateTime: '2027-03-01T18:00:00Z', color: 'x' };
    expect(refusal(change, UpdateCrossTenantMigrationJob).message).toContain(
      "'microsoft.graph.crossTenantMigrationJob'",
    );
  });

  it('says of a member that the type has and a change may not name what can be changed', () => {
    const change = { completeAfterDateTime: '2027-03-01T18:00:00Z', displayName: 'x' };
    expect(refusal(change, UpdateCrossTenantMigrationJob)).toMatchObject({
      status: 400,
      message: "The property 'displayName' cannot be changed. Only completeAfterDateTime can be.",
      details: [{ code: 'readOnlyProperty', target: 'displayName' }],
    });
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
    ['sourceTenantId', 5],
    ['sourceTenantId', null],
    ['jobType', 'everything'],
    ['jobType', 'unknownFutureValue'],
    ['status', 'completed'],
    ['completeAfterDateTime', '2027-02-30T00:00:00Z'],
    ['completeAfterDateTime', 1_800_000_000],
    ['resourceType', 1],
    ['resourceType', null],
    ['resources', GUID],
    ['resources', null],
    ['workloads', null],
    ['exchangeSettings', 'contoso-endpoint'],
    ['exchangeSettings', []],
    ['@odata.type', '#microsoft.graph.user'],
  ])('says that %s does not match the schema when it is %j', (member, value) => {
    expect(refusal({ ...create(), [member]: value })).toMatchObject({
      status: 400,
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

  it.each([
    [{ displayName: '' }, 'displayName', 'displayName'],
    [{ displayName: 'x'.repeat(257) }, 'displayName', 'displayName'],
    [{ displayName: ' wave' }, 'displayName', 'displayName'],
    [{ displayName: 'wave\u00a0' }, 'displayName', 'displayName'],
    [{ displayName: 'wave\none' }, 'displayName', 'displayName'],
    [{ displayName: 'wave\ud83done' }, 'displayName', 'displayName'],
    [{ sourceTenantId: 'contoso' }, 'sourceTenantId', 'sourceTenantId'],
    [{ resourceType: 'Groups' }, 'resourceType', 'resourceType'],
    [{ workloads: ['Exchange', 'Mail'] }, 'workloads[1]', 'workloads'],
    [{ workloads: ['Exchange', 'exchange'] }, 'workloads', 'workloads'],
    [{ resources: [] }, 'resources', 'resources'],
    [{ resources: [GUID, 'ann'] }, 'resources[1]', 'resources'],
    [{ resources: [GUID, GUID.toUpperCase()] }, 'resources', 'resources'],
    [
      { exchangeSettings: { sourceEndpoint: '', targetDeliveryDomain: 'x' } },
      'exchangeSettings.sourceEndpoint',
      'exchangeSettings.sourceEndpoint',
    ],
  ])('refuses a value that cannot be, as published: %j', (changes, target, member) => {
    expect(refusal({ ...create(), ...changes })).toMatchObject({
      status: 422,
      code: 'BadArgument',
      message: `Error in ${member} data field`,
      target: member,
      details: [{ code: 'invalidValue', target }],
    });
    expect(refusal({ seconds: 0 }, AdvanceSandboxClock)).toMatchObject({
      status: 422,
      details: [{ target: 'seconds' }],
    });
  });

  it.each([undefined, null])('wants to know how mailboxes are reached when they move, not %j', (exchangeSettings) => {
    expect(refusal({ ...create(), exchangeSettings })).toMatchObject({
      status: 422,
      details: [
        {
          code: 'missingExchangeSettings',
          message: 'exchangeSettings is required when Exchange is among the workloads.',
          target: 'exchangeSettings',
        },
      ],
    });
    expect(read({ ...create(), workloads: ['ODSP'], exchangeSettings })).toMatchObject({ workloads: ['ODSP'] });
  });

  it.each(['Wave 1', 'a/b', 'O\'Brien "x"', '100 %', 'Übung \u{1F600}', '日本語', 'a\u200db'])(
    'takes the name %s',
    (displayName) => {
      expect(read({ ...create(), displayName })).toMatchObject({ displayName });
    },
  );

  it('names every member whose value cannot be', () => {
    expect(refusal({ ...create(), displayName: '', resources: ['x', 'y'] })).toMatchObject({
      status: 422,
      message: 'Error in displayName, resources data fields',
      details: [{ target: 'displayName' }, { target: 'resources[0]' }, { target: 'resources[1]' }],
    });
  });

  it('takes a wrong type and a wrong value together for a wrong type', () => {
    const error = refusal({ ...create(), resources: [GUID, 'x', 3], displayName: '' });
    expect(error.status).toBe(400);
    expect(error.details.map(({ code, target }) => [code, target])).toEqual([
      ['invalidValue', 'displayName'],
      ['invalidValue', 'resources[1]'],
      ['schemaMismatch', 'resources[2]'],
    ]);
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

  it.each([
    ['members', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`m${n}`, n])), 'more than 100 members'],
    [
      'elements',
      { resources: Array.from({ length: 100_001 }, () => GUID) },
      'resources holds more than 100000 elements',
    ],
    ['objects', { exchangeSettings: Array.from({ length: 1_001 }, () => ({})) }, 'more than 1000 objects'],
  ])('refuses a body with endless %s before it reads them', (_what, more, message) => {
    const error = refusal({ ...create(), ...more });
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(message) });
  });
});

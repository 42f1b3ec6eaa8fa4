import { FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

describe('Creating a job refuses, and stores nothing,', () => {
  let api: TestApi;
  let before: number;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const count = async () =>
    (await api.get(`${JOBS}?$count=true&$top=1`)).json<Record<string, number>>()['@odata.count'];
  beforeEach(async () => {
    before = (await count()) ?? -1;
  });
  afterEach(async () => {
    expect(await count()).toBe(before);
  });

  const refused = async (more: object) => {
    const answer = await api.post(JOBS, { body: api.body([1, 2], { targetTenantId: FABRIKAM_ID, ...more }) });
    return { status: answer.statusCode, error: errorOf(answer) };
  };

  it.each(['displayName', 'sourceTenantId', 'completeAfterDateTime', 'resourceType', 'resources'])(
    'a body without %s',
    async (member) => {
      const { status, error } = await refused({ [member]: undefined });
      expect(status).toBe(400);
      expect(error).toMatchObject({ code: 'BadRequest', details: [{ code: 'missingProperty', target: member }] });
      expect(error.message).toContain(`'${member}'`);
    },
  );

  it.each([
    ['@odata.type', 'microsoft.graph.user'],
    ['id', 5],
    ['displayName', 5],
    ['displayName', ['a']],
    ['displayName', {}],
    ['jobType', 'everything'],
    ['jobType', 1],
    ['sourceTenantId', 7],
    ['completeAfterDateTime', 'tomorrow'],
    ['completeAfterDateTime', 1_900_000_000_000],
    ['completeAfterDateTime', '2031-02-30T00:00:00Z'],
    ['completeAfterDateTime', '2031-02-03T00:00:00'],
    ['completeAfterDateTime', '2031-02-03'],
    ['status', 'completed'],
    ['status', 'inProgress'],
    ['status', 'unknownFutureValue'],
    ['message', 5],
    ['createdDateTime', 'yesterday'],
    ['createdBy', {}],
    ['lastUpdatedDateTime', true],
    ['exchangeSettings', 'contoso-endpoint'],
    ['exchangeSettings', []],
    ['workloads', 'Teams'],
    ['workloads', { 0: 'Teams' }],
    ['resourceType', ['Users']],
    ['resources', fabrikamPerson(1)],
    ['resources', { 0: fabrikamPerson(1) }],
  ])('a wrong %s: %j', async (member, value) => {
    const { status, error } = await refused({ [member]: value });
    expect(status).toBe(400);
    expect(error).toMatchObject({ code: 'BadRequest', details: [{ target: member }] });
  });

  it.each([
    'displayName',
    'jobType',
    'sourceTenantId',
    'targetTenantId',
    'completeAfterDateTime',
    'status',
    'createdDateTime',
    'createdBy',
    'workloads',
    'resourceType',
    'resources',
  ])('null for %s, which is another thing than leaving it out', async (member) => {
    const { status, error } = await refused({ [member]: null });
    expect(status).toBe(400);
    expect(error.details?.map((detail) => detail.target)).toEqual([member]);
  });

  it.each([
    [{ color: 'red' }, 'color', 'microsoft.graph.crossTenantMigrationJob'],
    [{ users: [] }, 'users', 'microsoft.graph.crossTenantMigrationJob'],
    [
      { exchangeSettings: { sourceEndpoint: 'a', targetDeliveryDomain: 'b', port: 1 } },
      'exchangeSettings.port',
      'microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
    ],
  ])('a member that the type does not have: %j', async (more, target, type) => {
    const { status, error } = await refused(more);
    expect(status).toBe(400);
    expect(error).toMatchObject({ code: 'BadRequest', details: [{ code: 'unknownProperty', target }] });
    expect(error.message).toContain(`does not exist on type '${type}'`);
  });

  it.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: ' ' }, 'displayName'],
    [{ displayName: 'wave one ' }, 'displayName'],
    [{ displayName: 'x'.repeat(257) }, 'displayName'],
    [{ displayName: 'wave\u0000one' }, 'displayName'],
    [{ displayName: 'wave\ud83done' }, 'displayName'],
    [{ sourceTenantId: 'contoso' }, 'sourceTenantId'],
    [{ targetTenantId: 'fabrikam' }, 'targetTenantId'],
    [{ resourceType: 'Groups' }, 'resourceType'],
    [{ exchangeSettings: undefined }, 'exchangeSettings'],
    [{ exchangeSettings: null }, 'exchangeSettings'],
    [{ exchangeSettings: { sourceEndpoint: 'a\u0000', targetDeliveryDomain: 'b' } }, 'exchangeSettings.sourceEndpoint'],
    [
      { exchangeSettings: { sourceEndpoint: 'a', targetDeliveryDomain: '\udc00' } },
      'exchangeSettings.targetDeliveryDomain',
    ],
    [{ resources: [] }, 'resources'],
    [{ resources: ['ann@fabrikam.example'] }, 'resources[0]'],
    [{ resources: [fabrikamPerson(1), fabrikamPerson(1)] }, 'resources'],
    [{ resources: ['AAAAAAAA-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001'] }, 'resources'],
    [{ workloads: ['Teams', 'Mail'] }, 'workloads[1]'],
    [{ workloads: ['Teams', 'teams'] }, 'workloads'],
  ])('what can be read and cannot be: %j', async (more, target) => {
    const { status, error } = await refused(more);
    expect(status).toBe(422);
    expect(error.code).toBe('BadArgument');
    expect(error.message).toBe(`Error in ${target.replace(/\[\d\]$/, '')} data field`);
    expect(error.details?.map((detail) => detail.target)).toEqual([target]);
  });

  it.each([
    [{ exchangeSettings: { sourceEndpoint: 'a' } }, 'exchangeSettings.targetDeliveryDomain'],
    [{ resources: [fabrikamPerson(1), null] }, 'resources[1]'],
    [{ targetTenantId: NORTHWIND_ID }, 'targetTenantId'],
  ])('what the type, or who asks, does not allow: %j', async (more, target) => {
    const { status, error } = await refused(more);
    expect(status).toBe(400);
    expect(error.code).toBe('BadRequest');
    expect(error.details?.map((detail) => detail.target)).toEqual([target]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'a member named %s, which it names',
    async (name) => {
      const body = JSON.stringify(api.body([1])).replace('{', `{"${name}": {"x": 1},`);
      const answer = await api.post(JOBS, { body });
      expect(answer.statusCode).toBe(400);
      expect(errorOf(answer)).toMatchObject({ details: [{ code: 'unknownProperty', target: name }] });
      expect(errorOf(answer).message).toContain(`'${name}'`);
    },
  );

  it('what cannot be and what cannot be read, together, in one answer', async () => {
    const { displayName } = await api.create([1]);
    before += 1;
    const wrong = {
      displayName,
      completeAfterDateTime: '2020-01-01T00:00:00Z',
      workloads: ['Meeting'],
      resources: Array.from({ length: 2_001 }, (_, index) => fabrikamPerson(index)),
    };
    const { status, error } = await refused(wrong);
    expect(status).toBe(422);
    expect(error.message).toBe('Error in displayName, completeAfterDateTime, resources, workloads data fields');
    expect(error.details?.map(({ code, target }) => [code, target])).toEqual([
      ['duplicateDisplayNameJob', 'displayName'],
      ['minThresholdFailed', 'completeAfterDateTime'],
      ['maxThresholdFailed', 'resources'],
      ['missingWorkloads', 'workloads'],
    ]);
    const worse = await refused({ ...wrong, color: 'red', resources: [5], targetTenantId: NORTHWIND_ID });
    expect(worse.status).toBe(400);
    expect(worse.error.details?.map(({ target }) => target).sort()).toEqual([
      'color',
      'completeAfterDateTime',
      'displayName',
      'resources[0]',
      'targetTenantId',
      'workloads',
    ]);
  });

  it('a name that is taken, by a job of either kind, as Graph does', async () => {
    const { displayName } = await api.create([1]);
    before += 1;
    for (const jobType of [undefined, 'validate', 'migrate']) {
      const { status, error } = await refused({ displayName, jobType });
      expect(status).toBe(422);
      expect(error).toMatchObject({
        code: 'BadArgument',
        message: 'Error in displayName data field',
        target: 'displayName',
        details: [
          {
            code: 'duplicateDisplayNameJob',
            message: 'displayName already exists. Please provide a unique job displayName.',
            target: 'displayName',
          },
        ],
      });
    }
    const old = await api.post(`${JOBS}/validate`, { body: api.body([1], { displayName }) });
    expect([old.statusCode, errorOf(old).code]).toEqual([422, 'BadArgument']);
  });

  it.each(['2020-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '2026-01-01T00:00:00+14:00'])(
    'the past date %s, as Graph does',
    async (completeAfterDateTime) => {
      const { status, error } = await refused({ completeAfterDateTime });
      expect(status).toBe(422);
      expect(error).toMatchObject({
        code: 'BadArgument',
        message: 'Error in completeAfterDateTime data field',
        target: 'completeAfterDateTime',
        details: [
          { code: 'minThresholdFailed', message: 'completeAfterDateTime must be greater than the current time.' },
        ],
      });
    },
  );

  it('a date that no calendar of four digits has', async () => {
    const { status, error } = await refused({ completeAfterDateTime: '9999-12-31T23:59:59-14:00' });
    expect(status).toBe(422);
    expect(error).toMatchObject({ target: 'completeAfterDateTime', details: [{ code: 'maxThresholdFailed' }] });
  });

  it('more people than a job takes', async () => {
    const resources = Array.from({ length: 2_001 }, (_, index) => fabrikamPerson(index));
    const { status, error } = await refused({ resources });
    expect(status).toBe(422);
    expect(error).toMatchObject({
      code: 'BadArgument',
      target: 'resources',
      details: [{ code: 'maxThresholdFailed', target: 'resources' }],
    });
    expect(error.details?.[0]?.message).toContain('2000');
  });

  it.each([[['Meeting']], [['Meeting', 'Teams']], [['Meeting', 'Exchange']]])(
    'meetings without what they need: %j',
    async (workloads) => {
      const { status, error } = await refused({ workloads });
      expect(status).toBe(422);
      expect(error).toMatchObject({
        target: 'workloads',
        details: [{ code: 'missingWorkloads', target: 'workloads' }],
      });
    },
  );

  it.each(['{"displayName": ', '[]', '[{}]', 'null', '"job"', '7', 'true', ''])('the body %s', async (body) => {
    const answer = await api.post(JOBS, { body });
    expect(answer.statusCode).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 'BadRequest', message: expect.stringMatching(/JSON/) });
  });

  it('everything that is wrong at once, one entry for each', async () => {
    const answer = await api.post(JOBS, { body: { displayName: 5, resources: ['x', 'y'], color: 'red' } });
    expect(answer.statusCode).toBe(400);
    expect(
      errorOf(answer)
        .details?.map((detail) => detail.target)
        .sort(),
    ).toEqual([
      'color',
      'completeAfterDateTime',
      'displayName',
      'exchangeSettings',
      'resourceType',
      'resources[0]',
      'resources[1]',
      'sourceTenantId',
    ]);
  });

  it('all but one of those who want the same name at the same moment', async () => {
    const body = api.body([1], { displayName: 'only one' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.post(JOBS, { body })));
    before += 1;
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 422, 422, 422]);
  });
});

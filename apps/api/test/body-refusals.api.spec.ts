import type { LightMyRequestResponse } from 'fastify';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const PAST = '2020-01-01T00:00:00Z';

/** The code and the place of each fault, in an order of its own. */
function faultsOf(answer: LightMyRequestResponse): string[] {
  return (errorOf(answer).details ?? []).map(({ code, target }) => `${target}: ${code}`).sort();
}

describe('Refusals of bodies', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_MAX_RESOURCES_PER_JOB: '3' });
  });
  afterAll(() => api.destroy());

  it('tell of a past date beside members that cannot be changed', async () => {
    const { id } = await api.create([1]);
    const body = { completeAfterDateTime: PAST, displayName: 'new', color: 'red' };
    const answer = await api.patch(`${JOBS}/${id}`, { body });
    expect(answer.statusCode).toBe(400);
    expect(faultsOf(answer)).toEqual([
      'color: unknownProperty',
      'completeAfterDateTime: minThresholdFailed',
      'displayName: readOnlyProperty',
    ]);
  });

  it('count the people of a job, whatever is wrong with some of them', async () => {
    const resources = [1, 2, 3, 3].map(fabrikamPerson);
    const twice = await api.post(JOBS, { body: api.body([], { resources }) });
    expect([twice.statusCode, errorOf(twice).message]).toEqual([422, 'Error in resources data field']);
    expect(faultsOf(twice)).toEqual(['resources: invalidValue', 'resources: maxThresholdFailed']);
    const wrong = await api.post(JOBS, { body: api.body([], { resources: [...resources.slice(0, 3), 5] }) });
    expect(wrong.statusCode).toBe(400);
    expect(faultsOf(wrong)).toEqual(['resources: maxThresholdFailed', 'resources[3]: schemaMismatch']);
  });

  it('are the same for the old validate, which creates no migrations', async () => {
    const wrong = { jobType: 'migrate', completeAfterDateTime: PAST, workloads: ['Meeting'], color: 'red' };
    const answer = await api.post(`${JOBS}/validate`, { body: api.body([1], wrong) });
    expect(answer.statusCode).toBe(400);
    expect(faultsOf(answer)).toEqual([
      'color: unknownProperty',
      'completeAfterDateTime: minThresholdFailed',
      'jobType: invalidValue',
      'workloads: missingWorkloads',
    ]);
    const alone = await api.post(`${JOBS}/validate`, { body: api.body([1], { jobType: 'migrate' }) });
    expect([alone.statusCode, errorOf(alone).target]).toEqual([400, 'jobType']);
    const named = await api.post(`${JOBS}/validate`, { body: api.body([1], { jobType: 'Validate' }) });
    expect([named.statusCode, named.json<{ jobType: string }>().jobType]).toEqual([201, 'validate']);
  });

  it('name each of the members that cannot be', async () => {
    const { displayName } = await api.create([2]);
    const wrong = { displayName, sourceTenantId: 'contoso', completeAfterDateTime: PAST, resources: [] };
    const answer = await api.post(JOBS, { body: api.body([], wrong) });
    expect(answer.statusCode).toBe(422);
    const { code, message, target, details } = errorOf(answer);
    expect([code, target]).toEqual(['BadArgument', undefined]);
    expect(message).toBe('Error in sourceTenantId, resources, displayName, completeAfterDateTime data fields');
    expect(details).toHaveLength(4);
  });

  it('of a person to be added name everything', async () => {
    const { id } = await api.create([1]);
    const body = { id: 'ann', taskType: 'Groups' };
    const answer = await api.post(`${JOBS}/${id}/users`, { body });
    expect([answer.statusCode, errorOf(answer).message]).toEqual([422, 'Error in id, taskType data fields']);
    const worse = await api.post(`${JOBS}/${id}/users`, { body: { ...body, status: 'valid' } });
    expect(worse.statusCode).toBe(400);
    expect(faultsOf(worse)).toEqual(['id: invalidValue', 'status: unknownProperty', 'taskType: invalidValue']);
  });

  it.each([
    ['a member of each name twice', '{"displayName":"a","displayName":5}'],
    ['numbers beyond any', '{"displayName":1e999999,"resources":[-1e999999],"status":12345678901234567890123}'],
    [
      'prototypes all over',
      '{"__proto__":{"__proto__":{}},"exchangeSettings":{"__proto__":[]},"resources":{"__proto__":1}}',
    ],
    ['brackets without end', '['.repeat(1_000_000)],
    ['objects in objects', `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`],
    ['names without end', `{"${'x'.repeat(1_000_000)}":1}`],
    ['an empty name', '{"":1}'],
    ['halves of surrogate pairs', String.raw`{"\ud800":"\udfff","displayName":"\ud800"}`],
    ['a hundred thousand people', JSON.stringify({ resources: Array.from({ length: 100_000 }, (_, n) => n) })],
  ])('refuse %s by 400, without a fault of their own', async (_what, body) => {
    for (const [method, address] of [
      ['POST', JOBS],
      ['POST', `${JOBS}/validate`],
      ['PATCH', `${JOBS}/nobody`],
      ['POST', `${JOBS}/nobody/cancel`],
      ['POST', '/v1.0/$batch'],
    ] as const) {
      const answer = await api.send(method, address, { body });
      expect([address, answer.statusCode]).toEqual([address, 400]);
      expect(errorOf(answer).code).toBe('BadRequest');
      expect(answer.body.length).toBeLessThan(100_000);
    }
  });
});

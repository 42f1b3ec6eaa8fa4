import { CrossTenantMigrationTask, GRAPH_ROUTES, JobStatus, MigrationsRoot } from '@ferry/contracts';
import { FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const ROOT = `/v1.0/${GRAPH_ROUTES.root}`;

describe('Changing who is in a job', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_MAX_RESOURCES_PER_JOB: '3' });
  });
  afterAll(() => api.destroy());

  const idsIn = async (job: string) =>
    (await api.get(`${JOBS}/${job}/users`)).json<{ value: { id: string }[] }>().value.map(({ id }) => id);
  const add = (job: string, body: object, as: 'admin' | 'reader' | 'northwind' = 'admin') =>
    api.post(`${JOBS}/${job}/users`, { body, as });

  it('adds a person with every workload of the job, at its end', async () => {
    const { id } = await api.create([1], { workloads: ['Teams', 'Exchange'] });
    const answer = await add(id, {
      '@odata.type': '#microsoft.graph.crossTenantMigrationTask',
      id: fabrikamPerson(2).toUpperCase(),
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['location']).toBe(`http://localhost:80/v1.0/${GRAPH_ROUTES.user(id, fabrikamPerson(2))}`);
    const task = asContract(CrossTenantMigrationTask, answer.json());
    expect(task).toMatchObject({
      '@odata.context': expect.stringMatching(/\('[^']+'\)\/users\/\$entity$/),
      id: fabrikamPerson(2),
      taskType: 'Users',
    });
    expect(task.currentStatus.map(({ service, status }) => [service, status])).toEqual([
      ['Exchange', 'notStarted'],
      ['Teams', 'notStarted'],
    ]);
    expect(await idsIn(id)).toEqual([fabrikamPerson(1), fabrikamPerson(2)]);
    expect((await api.job(id)).resources).toEqual([fabrikamPerson(1), fabrikamPerson(2)]);
    await api.act(id, 'validate');
    expect((await api.until(id, JobStatus.ValidatePassed, JobStatus.ValidateFailed)).status).toBe(
      JobStatus.ValidatePassed,
    );
  });

  it('adds nobody twice, nobody over the limit, and nobody once the validation has begun', async () => {
    const { id } = await api.create([3, 4]);
    const twice = await add(id, { id: fabrikamPerson(3) });
    expect(twice.statusCode).toBe(409);
    expect(errorOf(twice)).toMatchObject({ code: 'Conflict', details: [{ code: 'personAlreadyInJob', target: 'id' }] });
    await api.delete(`${JOBS}/${id}/users/${fabrikamPerson(4)}`);
    expect((await add(id, { id: fabrikamPerson(4) })).statusCode).toBe(409);
    expect((await add(id, { id: fabrikamPerson(5) })).statusCode).toBe(201);
    const full = await add(id, { id: fabrikamPerson(6) });
    expect(full.statusCode).toBe(422);
    expect(errorOf(full)).toMatchObject({ code: 'BadArgument', details: [{ code: 'maxThresholdFailed' }] });
    await api.act(id, 'validate');
    const late = await add(id, { id: fabrikamPerson(6) });
    expect(late.statusCode).toBe(409);
    expect(errorOf(late)).toMatchObject({ details: [{ code: 'personAddNotAllowed' }] });
    expect(await idsIn(id)).toEqual([3, 4, 5].map(fabrikamPerson));
  });

  it('takes what is no person for none, and lets nobody add who may not', async () => {
    const { id } = await api.create([7]);
    for (const body of [{}, { id: 5 }, { id: fabrikamPerson(8), status: 'valid' }, { taskType: 'Users' }]) {
      expect((await add(id, body)).statusCode).toBe(400);
    }
    expect((await add(id, { id: fabrikamPerson(8) }, 'reader')).statusCode).toBe(403);
    expect((await add(id, { id: fabrikamPerson(8) }, 'northwind')).statusCode).toBe(404);
    expect(await idsIn(id)).toEqual([fabrikamPerson(7)]);
  });

  it.each(['', '/$ref', '/%24ref'])('takes a person out by DELETE%s, as cancel does', async (suffix) => {
    const { id, displayName } = await api.create([9, 10]);
    const answer = await api.delete(`${JOBS}/${encodeURIComponent(displayName)}/users/${fabrikamPerson(9)}${suffix}`);
    expect(answer.statusCode).toBe(204);
    expect(answer.body).toBe('');
    expect(answer.headers).not.toHaveProperty('content-type');
    const again = await api.delete(`${JOBS}/${id}/users('${fabrikamPerson(9)}')${suffix}`);
    expect(again.statusCode).toBe(409);
    expect(errorOf(again).message).toBe('Cancel is not possible. Current status is cancelled');
  });

  it('says in the published words what cannot be found', async () => {
    const { id } = await api.create([11]);
    const stranger = fabrikamPerson(12);
    for (const [method, suffix] of [['POST', '/cancel'] as const, ['DELETE', ''] as const]) {
      const nobody = await api.send(method, `${JOBS}/${id}/users/${stranger}${suffix}`);
      expect(nobody.statusCode).toBe(404);
      expect(errorOf(nobody).message).toBe(
        `Cancellation not possible as no task found for given id ${stranger} TraceId: ${String(nobody.headers['request-id'])}`,
      );
      const nowhere = await api.send(method, `${JOBS}/No such wave/users/${stranger}${suffix}`);
      expect(nowhere.statusCode).toBe(404);
      expect(errorOf(nowhere).message).toBe(
        `UserRequest not found with ${FABRIKAM_ID}, No such wave TraceId: ${String(nowhere.headers['request-id'])}`,
      );
    }
  });

  it('has nothing to change about a person', async () => {
    const { id } = await api.create([13]);
    const url = `${JOBS}/${id}/users/${fabrikamPerson(13)}`;
    const unchanged = await api.patch(url, { body: { '@odata.type': '#microsoft.graph.crossTenantMigrationTask' } });
    expect(unchanged.statusCode).toBe(200);
    expect(unchanged.json()).toEqual((await api.get(url)).json());
    const refused = await api.patch(url, { body: { taskType: 'Users' } });
    expect(refused.statusCode).toBe(400);
    expect(errorOf(refused).details).toMatchObject([{ target: 'taskType' }]);
  });
});

describe('The root of the migrations', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  it('is one for each tenant, and has nothing to change', async () => {
    const got = await api.get(ROOT);
    expect(asContract(MigrationsRoot, got.json())).toEqual({
      '@odata.context': 'http://localhost:80/v1.0/$metadata#solutions/migrations/$entity',
      id: FABRIKAM_ID,
    });
    const unchanged = await api.patch(ROOT, { body: {} });
    expect(unchanged.json()).toEqual(got.json());
    expect((await api.patch(ROOT, { body: { id: FABRIKAM_ID } })).statusCode).toBe(400);
    expect((await api.patch(ROOT, { body: {}, as: 'reader' })).statusCode).toBe(403);
  });

  it('cannot be deleted with all its jobs', async () => {
    const answer = await api.delete(ROOT);
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS, PATCH');
  });
});

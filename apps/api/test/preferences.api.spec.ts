import { CrossTenantMigrationJob, GRAPH_ROUTES, JobStatus } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

describe('What a client would like', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const prefer = (value: string) => ({ headers: { prefer: value } });

  it('is no body after a creation: the address of the job stands in the headers', async () => {
    const answer = await api.post(JOBS, {
      body: api.body([1], { displayName: 'minimal' }),
      ...prefer('return=minimal'),
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.body).toBe('');
    expect(answer.headers).toMatchObject({ 'preference-applied': 'return=minimal', 'odata-version': '4.0' });
    expect(answer.headers).not.toHaveProperty('content-type');
    const { location = '', 'odata-entityid': entity } = answer.headers;
    expect(entity).toBe(location);
    const job = asContract(CrossTenantMigrationJob, (await api.get(new URL(location).pathname)).json());
    expect(job.displayName).toBe('minimal');
  });

  it('is no body after an action or an added person either', async () => {
    const { id } = await api.create([2]);
    const added = await api.post(`${JOBS}/${id}/users`, {
      body: { id: fabrikamPerson(3) },
      ...prefer('return=minimal'),
    });
    expect([added.statusCode, added.body]).toEqual([204, '']);
    expect(added.headers['location']).toContain(GRAPH_ROUTES.user(id, fabrikamPerson(3)));
    const validated = await api.post(`${JOBS}/${id}/validate`, prefer('return=minimal, odata.include-annotations="*"'));
    expect([validated.statusCode, validated.body]).toEqual([204, '']);
    expect(validated.headers['preference-applied']).toBe('return=minimal');
    expect((await api.until(id, JobStatus.ValidatePassed)).status).toBe(JobStatus.ValidatePassed);
  });

  it('does not hide a refusal, nor what a cancellation answers', async () => {
    const refused = await api.post(JOBS, { body: {}, ...prefer('return=minimal') });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toHaveProperty('error');
    const { id } = await api.create([4]);
    const cancelled = await api.post(`${JOBS}/${id}/cancel`, prefer('return=minimal'));
    expect(cancelled.statusCode).toBe(202);
    expect(cancelled.json()).toMatchObject({ status: 'pendingCancel' });
    expect(cancelled.headers).not.toHaveProperty('preference-applied');
  });

  it('is the job after its date was moved', async () => {
    const { id } = await api.create([5]);
    const body = { completeAfterDateTime: api.inMinutes(90) };
    const silent = await api.patch(`${JOBS}/${id}`, { body });
    expect([silent.statusCode, silent.body]).toEqual([204, '']);
    const answer = await api.patch(`${JOBS}/${id}`, { body, ...prefer('return=representation') });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['preference-applied']).toBe('return=representation');
    expect(answer.json()).toMatchObject({
      '@odata.context': expect.stringMatching(/\/\$entity$/),
      id,
      completeAfterDateTime: body.completeAfterDateTime,
    });
  });

  it('is the names of enumeration members, also of future ones', async () => {
    const answer = await api.get(JOBS, prefer('include-unknown-enum-members'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['preference-applied']).toBe('include-unknown-enum-members');
  });

  it('is nothing that we know: the answer is the usual one', async () => {
    const { id } = await api.create([6]);
    const answer = await api.get(`${JOBS}/${id}`, prefer('respond-async, wait=10'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).not.toHaveProperty('preference-applied');
  });
});

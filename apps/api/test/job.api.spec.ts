import { CrossTenantMigrationJob, GRAPH_ROUTES, JobStatus } from '@ferry/contracts';
import { randomUUID } from 'node:crypto';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';

describe('A job', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create([1, 2], { displayName: 'plain' });
  });
  afterAll(() => api.destroy());

  const key = (name: string) => `(displayName='${encodeURIComponent(name.replaceAll("'", "''"))}')`;

  it.each(['', '/beta', '/v1.0', '/BETA'])(
    'is found under "%s" by id and by name, however they are written',
    async (version) => {
      const list = `${version}/${GRAPH_ROUTES.jobs}`;
      const shouted = `${version}/SOLUTIONS/migrations/crosstenantmigrationjobs`;
      for (const address of [
        `${list}/${job.id}`,
        `${list}/${job.id.toUpperCase()}`,
        `${list}('${job.id}')`,
        `${list}(%27${job.id}%27)`,
        `${list}(${job.id})`,
        `${list}(id='${job.id}')`,
        `${list}/plain`,
        `${list}('plain')`,
        `${list}(displayName='plain')`,
        `${list}(DisplayName='plain')/`,
        `${shouted}/${job.id}`,
      ]) {
        const answer = await api.get(address);
        expect([address, answer.statusCode]).toEqual([address, 200]);
        const found = asContract(CrossTenantMigrationJob, answer.json());
        expect(found.id).toBe(job.id);
        expect(found.resources).toEqual(job.resources);
        const version200 = version.toLowerCase();
        expect(found['@odata.context']).toBe(`http://localhost:80${version200}/$metadata#${GRAPH_ROUTES.jobs}/$entity`);
      }
    },
  );

  it.each([
    "O'Brien's wave",
    "''",
    'two  spaces',
    'left/right',
    'a\\b',
    '50% off',
    '%2F',
    'q?x=1&y#z',
    'a+b',
    'smørrebrød 移行 🚢',
    '(in) brackets',
    "(displayName='x')",
    'validate',
    'users',
    'microsoft.graph.cancel',
    '{template}',
    'x'.repeat(256),
    '🚢'.repeat(128),
  ])('is found by the name %s', async (displayName) => {
    const { id } = await api.create([3], { displayName });
    for (const address of [`${JOBS}${key(displayName)}`, `${JOBS}/${encodeURIComponent(displayName)}`]) {
      const answer = await api.get(address);
      expect([answer.statusCode, answer.json<{ id?: string }>().id]).toEqual([200, id]);
    }
  });

  it('is found by the name $count where the address says that it is a name', async () => {
    const { id } = await api.create([3], { displayName: '$count' });
    expect((await api.get(`${JOBS}${key('$count')}`)).json()).toMatchObject({ id });
    expect((await api.get(`${JOBS}('$count')`)).json()).toMatchObject({ id });
    expect((await api.get(`${JOBS}/%24count`)).headers['content-type']).toMatch(/^text\/plain/);
  });

  it('is found by an id before a name that looks like it, and by name where a name is asked for', async () => {
    const lookalike = await api.create([3], { displayName: job.id });
    const orphan = await api.create([3], { displayName: randomUUID() });
    const idOf = async (address: string) => (await api.get(address)).json<{ id: string }>().id;
    expect(await idOf(`${JOBS}/${job.id}`)).toBe(job.id);
    expect(await idOf(`${JOBS}${key(job.id)}`)).toBe(lookalike.id);
    expect(await idOf(`${JOBS}/${orphan.displayName}`)).toBe(orphan.id);
  });

  it.each([
    `/${randomUUID()}`,
    '/nobody',
    `(displayName='nobody')`,
    `('${randomUUID()}')`,
    '/a%00b',
    "(displayName='a%00b')",
    "/plain'%20or%201=1",
  ])('is not found at %s', async (address) => {
    const answer = await api.get(JOBS + address);
    expect([answer.statusCode, errorOf(answer).code]).toEqual([404, 'NotFound']);
  });

  it('is not found by a member that is no key', async () => {
    const answer = await api.get(`${JOBS}(status='submitted')`);
    expect([answer.statusCode, errorOf(answer).code]).toEqual([400, 'BadRequest']);
  });

  it('shows the members that are asked for', async () => {
    const answer = await api.get(`${JOBS}/${job.id}?$select=displayName,Status`);
    expect(answer.json()).toEqual({
      '@odata.context': `http://localhost:80/v1.0/$metadata#${GRAPH_ROUTES.jobs}(displayName,status)/$entity`,
      displayName: 'plain',
      status: 'submitted',
    });
    for (const query of ['$select=color', '$top=1', '$filter=true', 'foo=bar']) {
      expect((await api.get(`${JOBS}/${job.id}?${query}`)).statusCode).toBe(400);
    }
  });

  describe('takes another date', () => {
    it('by 204 without a body, and changes nothing else', async () => {
      const before = await api.job(job.id);
      for (const address of [`/${job.id}`, '/plain', key('plain')]) {
        const completeAfterDateTime = api.inMinutes(200);
        const answer = await api.patch(JOBS + address, { body: { completeAfterDateTime } });
        expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([204, '', undefined]);
        const after = await api.job(job.id);
        expect(after.completeAfterDateTime.toISOString()).toBe(completeAfterDateTime);
        const { completeAfterDateTime: _date, lastUpdatedDateTime: _updated, ...rest } = after;
        expect({ ...before, ...rest }).toEqual(before);
      }
    });

    it.each([
      [{ completeAfterDateTime: '2020-01-01T00:00:00Z' }, 422, 'BadArgument', 'minThresholdFailed'],
      [{ completeAfterDateTime: '9999-12-31T23:59:59-01:00' }, 422, 'BadArgument', 'maxThresholdFailed'],
      [{}, 400, 'BadRequest', 'missingProperty'],
      [{ completeAfterDateTime: null }, 400, 'BadRequest', 'schemaMismatch'],
      [{ completeAfterDateTime: 'soon' }, 400, 'BadRequest', 'schemaMismatch'],
      [{ completeAfterDateTime: '2040-01-01T00:00:00Z', displayName: 'new' }, 400, 'BadRequest', 'readOnlyProperty'],
      [{ displayName: 'new', completeAfterDateTime: '2040-01-01T00:00:00Z' }, 400, 'BadRequest', 'readOnlyProperty'],
    ])('and no nonsense: %j', async (body, status, code, detail) => {
      const answer = await api.patch(`${JOBS}/${job.id}`, { body });
      expect(answer.statusCode).toBe(status);
      expect(errorOf(answer)).toMatchObject({ code, details: [{ code: detail }] });
    });

    it.each(['{', '[]', ''])('and not the body %s', async (body) => {
      const answer = await api.patch(`${JOBS}/${job.id}`, { body });
      expect([answer.statusCode, errorOf(answer).code]).toEqual([400, 'BadRequest']);
    });

    it('until it has ended', async () => {
      const { id } = await api.create([4]);
      await api.act(id, 'cancel');
      await api.until(id, JobStatus.Cancelled);
      const answer = await api.patch(`${JOBS}/${id}`, { body: { completeAfterDateTime: api.inMinutes(100) } });
      expect(answer.statusCode).toBe(409);
      expect(errorOf(answer)).toMatchObject({ code: 'Conflict', details: [{ code: 'updateNotAllowed' }] });
    });
  });

  describe('is deleted', () => {
    it('by 202 without a body once it has ended; then it is gone and its name is free', async () => {
      const { id, displayName } = await api.create([5], { displayName: 'to be deleted' });
      await api.act(id, 'cancel');
      await api.until(id, JobStatus.Cancelled);
      const answer = await api.delete(JOBS + key(displayName));
      expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([202, '', undefined]);
      await api.untilSeen(id, async () => ((await api.get(`${JOBS}/${id}`)).statusCode === 404 ? true : null));
      for (const address of [`/${id}`, key(displayName), `/${id}/users`]) {
        expect((await api.get(JOBS + address)).statusCode).toBe(404);
      }
      expect((await api.delete(`${JOBS}/${id}`)).statusCode).toBe(404);
      const again = await api.create([5], { displayName });
      expect(again.id).not.toBe(id);
    });

    it('in none of the states before that, in the published words', async () => {
      const answer = await api.delete(`${JOBS}/${job.id}`);
      expect(answer.statusCode).toBe(409);
      const message = `Cross Tenant Migration Job ${job.id} must be in final state (Completed, Failed, or Cancelled) before it can be deleted.`;
      expect(errorOf(answer)).toMatchObject({
        code: 'Conflict',
        message,
        details: [{ code: 'resourceTypeMismatch', message }],
      });
      expect((await api.job(job.id)).status).toBe(JobStatus.Submitted);
    });

    it('with its verdict when it was created to validate, and only then', async () => {
      const created = await api.create([6], { jobType: 'validate' });
      await api.until(created.id, JobStatus.ValidatePassed);
      const waiting = await api.create([7]);
      await api.act(waiting.id, 'validate');
      await api.until(waiting.id, JobStatus.ValidatePassed);
      const answers = [await api.delete(`${JOBS}/${created.id}`), await api.delete(`${JOBS}/${waiting.id}`)];
      expect(answers.map((answer) => answer.statusCode)).toEqual([202, 409]);
    });
  });

  it('has the methods of the contract and no other', async () => {
    for (const [method, address, allowed] of [
      ['PUT', `/${job.id}`, 'DELETE, GET, HEAD, OPTIONS, PATCH'],
      ['DELETE', '', 'GET, HEAD, OPTIONS, POST'],
      ['GET', `/${job.id}/cancel`, 'OPTIONS, POST'],
      ['PATCH', `/${job.id}/users`, 'GET, HEAD, OPTIONS, POST'],
    ] as const) {
      const answer = await api.send(method, JOBS + address, { body: {} });
      expect([answer.statusCode, answer.headers['allow']]).toEqual([405, allowed]);
      expect(errorOf(answer).code).toBe('Request_BadRequest');
    }
  });
});

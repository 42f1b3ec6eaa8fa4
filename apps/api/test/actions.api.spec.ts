import { CrossTenantMigrationCancelResponse, CrossTenantMigrationJob, GRAPH_ROUTES, JobStatus } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';

const VERDICTS = [JobStatus.ValidatePassed, JobStatus.ValidateFailed];
const ENDS = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled];

describe('The actions of a job', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  /** Everything that an action does not change. */
  const lasting = (job: CrossTenantMigrationJob) => {
    const { status: _status, message: _message, jobType: _type, lastUpdatedDateTime: _updated, ...rest } = job;
    return { ...rest, '@odata.context': undefined, '@odata.type': undefined, exchangeSettings: undefined };
  };

  /** Asks for an action that must be refused because of the state. */
  async function refused(id: string, action: string, code: string, message: string) {
    const answer = await api.post(`${JOBS}/${id}/${action}`);
    expect([action, answer.statusCode]).toEqual([action, 409]);
    const error = errorOf(answer);
    expect(error).toMatchObject({ code: 'Conflict', details: [{ code }] });
    expect(error.message).toContain(message);
  }

  it('answer as published, from validation to the end, and are refused at the wrong time', async () => {
    const created = await api.create([1, 2]);
    const { id } = created;
    await refused(
      id,
      'migrate',
      'migrateNotAllowed',
      "Migration can't be started because the current status is submitted",
    );

    const validating = await api.post(`${JOBS}/${id}/validate`, { headers: { 'content-type': 'application/json' } });
    expect(validating.statusCode).toBe(200);
    const validated = asContract(CrossTenantMigrationJob, validating.json());
    expect(validated).toMatchObject({
      '@odata.context': 'http://localhost:80/v1.0/$metadata#microsoft.graph.crossTenantMigrationJob',
      status: 'validateSubmitted',
      jobType: 'validate',
      message: 'Validation job has been submitted successfully',
    });
    expect(lasting(validated)).toEqual(lasting(created));
    const passed = await api.until(id, ...VERDICTS);
    expect(passed).toMatchObject({
      status: 'validatePassed',
      message: 'Validation has completed successfully with no failures.',
    });
    await refused(id, 'validate', 'validateNotAllowed', 'validatePassed');

    const migrating = await api.post(`${JOBS}/${id}/migrate`);
    expect(migrating.statusCode).toBe(200);
    const migrated = asContract(CrossTenantMigrationJob, migrating.json());
    expect(migrated).toMatchObject({
      '@odata.context': 'http://localhost:80/v1.0/$metadata#microsoft.graph.crossTenantMigrationJob',
      status: 'processing',
      jobType: 'migrate',
      message: 'Migration job has been submitted successfully',
    });
    expect(lasting(migrated)).toEqual(lasting(created));
    await refused(id, 'validate', 'validateNotAllowed', "Validation can't be started because the current status is");
    await refused(id, 'migrate', 'migrateNotAllowed', "Migration can't be started because the current status is");

    await api.until(id, JobStatus.InProgress);
    await api.advance(61);
    const done = await api.until(id, ...ENDS);
    expect(done).toMatchObject({
      status: 'completed',
      message: 'The batch and all of its users have been successfully migrated with no failures.',
    });
    await refused(id, 'validate', 'validateNotAllowed', 'completed');
    await refused(id, 'migrate', 'migrateNotAllowed', 'completed');
    await refused(id, 'cancel', 'cancelNotAllowed', 'Cancel is not possible. Current status is completed');
    const late = await api.patch(`${JOBS}/${id}`, { body: { completeAfterDateTime: api.inMinutes(10) } });
    expect([late.statusCode, errorOf(late).code]).toEqual([409, 'Conflict']);
    expect((await api.delete(`${JOBS}/${id}`)).statusCode).toBe(202);
  });

  it.each([
    ['', "(displayName='{name}')", 'microsoft.graph.'],
    ['/beta', "(displayName='{name}')", ''],
    ['/beta', '/{id}', 'microsoft.graph.'],
    ['/v1.0', "('{id}')", 'Microsoft.Graph.'],
    ['/v1.0', '/{name}', ''],
  ])('are found under "%s" below %s as %saction', async (version, form, namespace) => {
    const list = `${version}/${GRAPH_ROUTES.jobs}`;
    const job = await api.create([3], { displayName: `O'Hara ${version} ${form.length}${namespace}` });
    const quoted = form.startsWith('(') ? job.displayName.replaceAll("'", "''") : job.displayName;
    const address = list + form.replace('{id}', job.id).replace('{name}', encodeURIComponent(quoted));
    const call = (action: string) => api.post(`${address}/${namespace}${action}`);
    const validating = await call('validate');
    expect(validating.statusCode).toBe(200);
    expect(validating.json()).toMatchObject({
      '@odata.context': `http://localhost:80${version}/$metadata#microsoft.graph.crossTenantMigrationJob`,
    });
    expect((await api.until(job.id, ...VERDICTS)).status).toBe(JobStatus.ValidatePassed);
    expect((await call('migrate')).statusCode).toBe(200);
    expect((await call('CANCEL')).statusCode).toBe(202);
    await api.until(job.id, JobStatus.Cancelled);
  });

  it('cancel a job by 202 and the published words, and everybody in it', async () => {
    const job = await api.create([4, 5], { jobType: 'migrate' });
    await api.until(job.id, JobStatus.InProgress);
    const answer = await api.post(`${JOBS}/${job.id}/cancel`);
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({
      id: job.id,
      displayName: job.displayName,
      status: 'pendingCancel',
      message: 'cancellation request has been accepted for the migration job',
    });
    asContract(CrossTenantMigrationCancelResponse, answer.json());
    await api.until(job.id, JobStatus.Cancelled);
    const users = (await api.get(`${JOBS}/${job.id}/users`)).json<{
      value: { currentStatus: { status: string }[] }[];
    }>();
    const statuses = users.value.flatMap((user) => user.currentStatus.map((entry) => entry.status));
    expect(statuses).toEqual(Array(8).fill('cancelled'));
    await refused(job.id, 'cancel', 'cancelNotAllowed', 'Current status is cancelled');
    await refused(job.id, 'validate', 'validateNotAllowed', 'cancelled');
    await refused(job.id, 'migrate', 'migrateNotAllowed', 'cancelled');
  });

  it('cannot cancel once the date has passed', async () => {
    const job = await api.create([49], { jobType: 'migrate', workloads: ['Exchange'] });
    await api.until(job.id, JobStatus.InProgress);
    await api.advance(61);
    const seen = await api.job(job.id);
    const answer = await api.post(`${JOBS}/${job.id}/cancel`);
    expect([seen.status, answer.statusCode]).toEqual([
      expect.stringMatching(/^(inProgress|cuttingOver|completed)$/),
      409,
    ]);
    expect((await api.until(job.id, ...ENDS)).status).toBe(JobStatus.Completed);
  });

  it('say what is wrong with the people by validateFailed, and validate again', async () => {
    const job = await api.create([6, 42]);
    await api.act(job.id, 'validate');
    const failed = await api.until(job.id, ...VERDICTS);
    expect(failed).toMatchObject({ status: 'validateFailed', message: expect.stringContaining('1 of 2 people') });
    await refused(job.id, 'migrate', 'migrateNotAllowed', 'validateFailed');
    const again = await api.post(`${JOBS}/${job.id}/validate`);
    expect(again.statusCode).toBe(200);
    expect((await api.until(job.id, ...VERDICTS)).status).toBe(JobStatus.ValidateFailed);
  });

  it('migrate no more when the result of the validation has expired, and validate then', async () => {
    const job = await api.create([7], { completeAfterDateTime: api.inMinutes(60 * 24 * 30) });
    await api.act(job.id, 'validate');
    await api.until(job.id, JobStatus.ValidatePassed);
    await api.advance(60 * 24 * 7 + 1);
    await refused(job.id, 'migrate', 'validationExpired', 'Validate the job again');
    await api.act(job.id, 'validate');
    await api.until(job.id, JobStatus.ValidatePassed);
    await api.act(job.id, 'migrate');
    await api.act(job.id, 'cancel');
  });

  it('let one of several callers win who ask for the same at once', async () => {
    const job = await api.create([8]);
    const call = async (action: string) => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => api.post(`${JOBS}/${job.id}/${action}`)));
      return answers.map((answer) => answer.statusCode).sort();
    };
    expect(await call('validate')).toEqual([200, 409, 409, 409]);
    await api.until(job.id, JobStatus.ValidatePassed);
    expect(await call('migrate')).toEqual([200, 409, 409, 409]);
    expect(await call('cancel')).toEqual([202, 409, 409, 409]);
    await api.until(job.id, JobStatus.Cancelled);
    const deletions = await Promise.all([1, 2, 3].map(() => api.delete(`${JOBS}/${job.id}`)));
    const codes = deletions.map((answer) => answer.statusCode).sort();
    expect(codes[0]).toBe(202);
    expect(codes.slice(1).every((code) => code === 409 || code === 404)).toBe(true);
  });

  it('exist for jobs only that are there', async () => {
    for (const action of ['validate', 'migrate', 'cancel', 'microsoft.graph.migrate']) {
      const answer = await api.post(`${JOBS}/nobody/${action}`);
      expect([answer.statusCode, errorOf(answer).code]).toEqual([404, 'NotFound']);
    }
    expect((await api.post(`${JOBS}/nobody/explode`)).statusCode).toBe(404);
  });

  describe('The old validate of the collection', () => {
    it.each(['validate', 'microsoft.graph.validate', 'VALIDATE'])(
      'creates a validation job by 201 as %s',
      async (action) => {
        const body = api.body([9], { displayName: `old ${action}` });
        const answer = await api.post(`${JOBS}/${action}`, { body });
        expect(answer.statusCode).toBe(201);
        const job = asContract(CrossTenantMigrationJob, answer.json());
        expect(job).toMatchObject({
          '@odata.context': `http://localhost:80/v1.0/$metadata#${GRAPH_ROUTES.jobs}/$entity`,
          displayName: body['displayName'],
          jobType: 'validate',
          status: 'validateSubmitted',
          message: 'Validation job has been submitted successfully',
        });
        expect(answer.headers.location).toBe(`http://localhost:80/v1.0/${GRAPH_ROUTES.job(job.id)}`);
        const passed = await api.until(job.id, ...VERDICTS);
        expect(passed.status).toBe(JobStatus.ValidatePassed);
        expect((await api.delete(`${JOBS}/${job.id}`)).statusCode).toBe(202);
      },
    );

    it('needs a body', async () => {
      const answer = await api.post(`${JOBS}/validate`, { headers: { 'content-type': 'application/json' } });
      expect([answer.statusCode, errorOf(answer).message]).toEqual([400, 'Empty Payload. JSON content expected.']);
    });

    it('leads to a migration when it has passed', async () => {
      const answer = await api.post(`${JOBS}/validate`, { body: api.body([10]) });
      const { id } = asContract(CrossTenantMigrationJob, answer.json());
      await api.until(id, JobStatus.ValidatePassed);
      await api.act(id, 'migrate');
      await api.until(id, JobStatus.InProgress);
      await api.advance(61);
      expect((await api.until(id, ...ENDS)).status).toBe(JobStatus.Completed);
    });
  });

  it('take no body, or an empty one, and no parameters', async () => {
    const { id } = await api.create([39]);
    for (const action of ['validate', 'migrate', 'cancel']) {
      const answer = await api.post(`${JOBS}/${id}/${action}`, { body: { force: true, constructor: 1 } });
      expect(answer.statusCode).toBe(400);
      expect(errorOf(answer).details?.map(({ target }) => target)).toEqual(['force', 'constructor']);
      expect((await api.post(`${JOBS}/${id}/${action}`, { body: '[]' })).statusCode).toBe(400);
      expect((await api.post(`${JOBS}/${id}/${action}`, { body: '{' })).statusCode).toBe(400);
    }
    expect((await api.delete(`${JOBS}/${id}`, { body: { really: 'yes' } })).statusCode).toBe(400);
    expect((await api.job(id)).status).toBe(JobStatus.Submitted);
    const accepted = await api.post(`${JOBS}/${id}/cancel`, { body: { '@odata.type': '#x' } });
    expect(accepted.statusCode).toBe(202);
  });
});

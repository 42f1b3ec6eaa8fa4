import { CrossTenantMigrationJob, GRAPH_ROUTES, ODataError } from '@ferry/contracts';
import { ClientScripts } from './support/client-scripts';
import { asContract } from './support/contract-answer';
import { TestApi } from './support/test-api';

/** An answer as the client hands it out. */
interface Seen {
  readonly status: number;
  readonly requestId: string | null;
  readonly location: string | null;
  readonly body: unknown;
}

describe('Batches of the official Microsoft Graph client', () => {
  let api: TestApi;
  let scripts: ClientScripts;
  let seen: Record<string, Record<string, Seen>>;

  beforeAll(async () => {
    api = await TestApi.start();
    scripts = await ClientScripts.over(api);
    const bodies = {
      first: api.body([1, 2], { displayName: 'first' }),
      second: api.body([3], { displayName: 'second' }),
    };
    seen = (await scripts.run('graph-client-batch.mjs', bodies)) as typeof seen;
  });
  afterAll(async () => {
    await scripts.close();
    await api.destroy();
  });

  const answer = (batch: string, id: string): Seen => {
    const found = seen[batch]?.[id];
    if (found === undefined) throw new Error(`There is no answer '${id}' in the batch '${batch}'.`);
    return found;
  };
  const job = (batch: string, id: string) => asContract(CrossTenantMigrationJob, answer(batch, id).body);
  const statuses = (batch: string) =>
    Object.fromEntries(Object.entries(seen[batch] ?? {}).map(([id, { status }]) => [id, status]));

  it('create jobs, whose addresses are those of the service', () => {
    expect(statuses('created')).toEqual({ '1': 201, '2': 201 });
    const [first, second] = [job('created', '1'), job('created', '2')];
    expect([first.displayName, second.displayName]).toEqual(['first', 'second']);
    expect(answer('created', '1').location).toBe(`${scripts.address}/v1.0/${GRAPH_ROUTES.job(first.id)}`);
    expect(first['@odata.context']).toMatch(`${scripts.address}/v1.0/$metadata#`);
  });

  it('read jobs in the version of the batch, which the client leaves in the addresses', () => {
    expect(statuses('read')).toEqual({ '1': 200, '2': 200 });
    expect(job('read', '1')['@odata.context']).toBe(`${scripts.address}/beta/$metadata#${GRAPH_ROUTES.jobs}/$entity`);
    expect(answer('read', '2').body).toEqual({
      '@odata.context': `${scripts.address}/beta/$metadata#${GRAPH_ROUTES.jobs}(id,status)/$entity`,
      id: job('created', '2').id,
      status: 'submitted',
    });
  });

  it('validate a job and look at it afterwards', () => {
    expect(statuses('validated')).toEqual({ validate: 200, job: 200, count: 200, people: 200 });
    expect(job('validated', 'validate').status).toBe('validateSubmitted');
    expect(job('validated', 'job').status).toMatch(/^validate/);
    expect([answer('validated', 'count').body, answer('validated', 'people').body]).toEqual(['2', '2']);
  });

  it('learn what was refused, and what was not tried for that reason', () => {
    expect(statuses('failed')).toEqual({ again: 422, other: 424 });
    const refusal = asContract(ODataError, answer('failed', 'again').body).error;
    expect(refusal).toMatchObject({ code: 'BadArgument', message: 'Error in displayName data field' });
    expect(refusal.innerError?.['request-id']).toBe(answer('failed', 'again').requestId);
    expect(asContract(ODataError, answer('failed', 'other').body).error.code).toBe('FailedDependency');
  });

  it('get answers without a body, too', () => {
    expect(statuses('moved')).toEqual({ move: 204, gone: 404 });
    expect(answer('moved', 'move').body).toBe('');
  });
});

import {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  CrossTenantMigrationTaskCollection,
  GRAPH_ROUTES,
  ODataError,
} from '@ferry/contracts';
import { ClientScripts } from './support/client-scripts';
import { asContract } from './support/contract-answer';
import { TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const GUID = /^[0-9a-f-]{36}$/;

/** A refusal as the client reports it. */
interface Refusal {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  readonly body: object;
}

describe('The official Microsoft Graph client over HTTPS', () => {
  let api: TestApi;
  let scripts: ClientScripts;
  let address: string;
  let body: Record<string, unknown>;
  let seen: Record<string, unknown>;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_PAST_DATE: 'due-now' });
    scripts = await ClientScripts.over(api);
    address = scripts.address;
    body = api.body([1, 2], { displayName: "Ann's wave", completeAfterDateTime: '2026-01-01T00:00:00Z' });
    seen = await scripts.run('graph-client.mjs', body);
  }, 120_000);
  afterAll(async () => {
    await scripts.close();
    await api.destroy();
  });

  const job = (step: string) => asContract(CrossTenantMigrationJob, seen[step]);
  const refusal = (step: string) => {
    const refused = seen[step] as Refusal;
    expect(refused.requestId).toMatch(GUID);
    // The client hands on what is inside of `error`, without the envelope.
    return { ...refused, error: asContract(ODataError, { error: refused.body }).error };
  };

  it('creates a job and finds it by its name', () => {
    const created = job('created');
    expect(created).toMatchObject({ displayName: "Ann's wave", status: 'submitted', createdBy: 'ferry-admin' });
    expect(created['@odata.context']).toBe(`${address}/v1.0/$metadata#${GRAPH_ROUTES.jobs}/$entity`);
    const { '@odata.type': type, exchangeSettings, ...members } = created;
    expect(type).toBe('#microsoft.graph.crossTenantMigrationJob');
    const { '@odata.type': _settingsType, ...settings } = exchangeSettings ?? {};
    expect(job('byName')).toEqual({
      ...members,
      exchangeSettings: settings,
      '@odata.context': `${address}/beta/$metadata#${GRAPH_ROUTES.jobs}/$entity`,
    });
  });

  it('validates and migrates, and polls to the end', () => {
    expect(job('validating').status).toBe('validateSubmitted');
    expect(seen['validated']).toMatchObject({ status: 'validatePassed' });
    expect(job('migrating').status).toBe('processing');
    expect(seen['migrated']).toMatchObject({ status: 'completed', id: job('created').id });
  });

  it('lists people page by page', () => {
    const page = asContract(CrossTenantMigrationTaskCollection, seen['users']);
    expect(page['@odata.nextLink']).toMatch(`${address}/v1.0/${GRAPH_ROUTES.jobs}/`);
    const users = (seen['allUsers'] as object[]).map((user) => asContract(CrossTenantMigrationTask, user));
    expect(users.map((user) => user.id)).toEqual([fabrikamPerson(1), fabrikamPerson(2)]);
    expect(users.flatMap((user) => user.currentStatus.map((entry) => entry.status))).toEqual(
      Array(8).fill('completed'),
    );
  });

  it('iterates over all jobs, each once and the newest first, in both versions', () => {
    const expected = [...(seen['created45'] as string[]), "Ann's wave"];
    expect(seen['listed']).toEqual(expected);
    expect(seen['listedInBeta']).toEqual(expected);
    expect(seen['filtered']).toMatchObject({ '@odata.count': 1, value: [{ displayName: 'page 7' }] });
  });

  it('takes a person out, cancels, moves the date and deletes', () => {
    expect(asContract(CrossTenantMigrationCancelResponse, seen['leaving'])).toEqual({
      status: 'Accepted',
      message: `Cancellation request for user id: ${fabrikamPerson(1)} from batch: page 7 was accepted.`,
    });
    const cancelling = asContract(CrossTenantMigrationCancelResponse, seen['cancelling']);
    expect(cancelling).toMatchObject({ displayName: 'page 8', status: 'pendingCancel' });
    expect([seen['deleting'], seen['moved']]).toEqual([202, 204]);
    expect(refusal('deleted')).toMatchObject({ statusCode: 404, code: 'NotFound' });
  });

  it('learns from a refusal what is wrong', () => {
    const duplicate = refusal('duplicate');
    expect(duplicate).toMatchObject({
      statusCode: 422,
      code: 'BadArgument',
      message: 'Error in displayName data field',
    });
    expect(duplicate.error.details).toMatchObject([{ code: 'duplicateDisplayNameJob', target: 'displayName' }]);
    expect(duplicate.error.innerError?.['request-id']).toBe(duplicate.requestId);
    expect(duplicate.error.innerError?.['client-request-id']).toMatch(GUID);
    const unknown = refusal('unknownMember');
    expect([unknown.statusCode, unknown.code]).toEqual([400, 'BadRequest']);
    expect(unknown.message).toContain(
      "The property 'color' does not exist on type 'microsoft.graph.crossTenantMigrationJob'",
    );
    expect(refusal('tooEarly')).toMatchObject({
      statusCode: 409,
      code: 'Conflict',
      message: "Migration can't be started because the current status is submitted",
    });
    expect(refusal('unknownOption')).toMatchObject({ statusCode: 400, error: { target: '$apply' } });
    expect(refusal('withoutToken')).toMatchObject({ statusCode: 401, code: 'InvalidAuthenticationToken' });
  });
});

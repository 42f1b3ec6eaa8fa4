import {
  API_ROUTES,
  MigrationEndpoint,
  MigrationEndpointCollection,
  Tenant,
  TenantCollection,
  TenantKind,
} from '@ferry/contracts';
import { eq } from 'drizzle-orm';
import { Database } from '../src/database/database';
import { secrets } from '../src/database/schema';
import { TenantsService } from '../src/tenants/tenants.service';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, type Method, TestApi, type Who } from './support/test-api';

const TAILSPIN = '44444444-4444-4444-8444-444444444444';
const SECRET = 'correct horse battery staple';

describe('Tenants and endpoints', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const send = (method: Method, route: string, body?: object, as: Who = 'admin') =>
    api.send(method, `/${route}`, { as, ...(body === undefined ? {} : { body }) });
  const imap = (more: object = {}) => ({
    protocol: 'imap',
    host: 'imap.tailspin.example',
    port: 993,
    security: 'tls',
    auth: { kind: 'masterUser', user: 'master', form: 'loginName', secret: SECRET },
    ...more,
  });
  const tailspin = (more: object = {}) => ({
    id: TAILSPIN,
    displayName: 'Tailspin',
    defaultDomain: 'tailspin.example',
    kind: 'open',
    ...more,
  });
  const faultsOf = async (answer: ReturnType<typeof send>) => {
    const { statusCode, ...rest } = await answer;
    const { details = [] } = errorOf({ statusCode, ...rest } as Awaited<typeof answer>);
    return [statusCode, ...details.map(({ code, target }) => `${code} ${target}`)];
  };

  describe('a source tenant', () => {
    afterEach(async () => {
      for (const as of ['admin', 'northwind'] as const)
        await send('DELETE', API_ROUTES.tenant(TAILSPIN), undefined, as);
    });

    it('is registered, changed and forgotten by the tenant that it is a source of', async () => {
      const answer = await send('POST', API_ROUTES.tenants, tailspin({ services: { Exchange: imap() } }));
      expect([answer.statusCode, answer.headers['location']]).toEqual([
        201,
        `http://localhost:80/${API_ROUTES.tenant(TAILSPIN)}`,
      ]);
      const registered = asContract(Tenant, answer.json());
      expect(registered).toMatchObject({
        id: TAILSPIN,
        displayName: 'Tailspin',
        kind: TenantKind.Open,
        services: {
          Exchange: {
            host: 'imap.tailspin.example',
            folders: [],
            auth: { kind: 'masterUser', user: 'master', separator: '*', hasSecret: true },
          },
        },
      });
      expect(answer.body).not.toContain(SECRET);

      const changed = await send('PATCH', API_ROUTES.tenant(TAILSPIN.toUpperCase()), { displayName: 'Tailspin Toys' });
      expect(asContract(Tenant, changed.json())).toEqual({ ...registered, displayName: 'Tailspin Toys' });
      const list = asContract(TenantCollection, (await send('GET', API_ROUTES.tenants)).json());
      expect(list.value.map(({ displayName }) => displayName)).toEqual(['Contoso', 'Fabrikam', 'Tailspin Toys']);

      expect((await send('DELETE', API_ROUTES.tenant(TAILSPIN))).statusCode).toBe(204);
      expect((await send('GET', API_ROUTES.tenant(TAILSPIN))).statusCode).toBe(404);
    });

    it('is not seen by others, who register the same one in their own words', async () => {
      await send('POST', API_ROUTES.tenants, tailspin({ services: { Exchange: imap() } }));
      expect((await send('GET', API_ROUTES.tenant(TAILSPIN), undefined, 'northwind')).statusCode).toBe(404);
      const theirs = await send('POST', API_ROUTES.tenants, tailspin({ displayName: 'Theirs' }), 'northwind');
      expect(theirs.json()).toMatchObject({ displayName: 'Theirs', services: {} });
      expect((await send('GET', API_ROUTES.tenant(TAILSPIN))).json()).toMatchObject({ displayName: 'Tailspin' });
      expect((await send('POST', API_ROUTES.tenants, tailspin())).statusCode).toBe(409);
    });

    it('shows nothing of the tenant of that id, whose people and endpoints are its own', async () => {
      await send('POST', API_ROUTES.tenants, tailspin({ id: NORTHWIND_ID, displayName: 'Northwind as we know it' }));
      expect((await send('GET', API_ROUTES.tenantPeople(NORTHWIND_ID))).json()).toEqual({ value: [] });
      expect((await send('GET', API_ROUTES.tenantEndpoints(NORTHWIND_ID))).json()).toEqual({ value: [] });
      const person = '33333333-0000-4000-8000-000000000001';
      const items = `api/v1/tenants/${NORTHWIND_ID}/people/${person}/items?service=Exchange`;
      expect((await send('GET', items)).statusCode).toBe(409);
      expect((await send('GET', API_ROUTES.tenantPerson(NORTHWIND_ID, person))).statusCode).toBe(404);
      const endpoint = { name: 'x', sourceTenantId: CONTOSO_ID };
      expect((await send('POST', API_ROUTES.tenantEndpoints(NORTHWIND_ID), endpoint)).statusCode).toBe(409);
      expect((await send('DELETE', API_ROUTES.tenant(NORTHWIND_ID))).statusCode).toBe(204);
      expect((await send('GET', API_ROUTES.tenant(NORTHWIND_ID), undefined, 'northwind')).statusCode).toBe(200);
    });

    it('stays while endpoints or jobs need it', async () => {
      await send('POST', API_ROUTES.tenants, tailspin());
      await send('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), { name: 'to tailspin', sourceTenantId: TAILSPIN });
      const needed = await send('DELETE', API_ROUTES.tenant(TAILSPIN));
      expect([needed.statusCode, errorOf(needed).details?.[0]?.code]).toEqual([409, 'tenantHasEndpoints']);
      const job = await api.create([30], {
        sourceTenantId: TAILSPIN,
        exchangeSettings: { sourceEndpoint: 'to tailspin', targetDeliveryDomain: 'fabrikam.example' },
      });
      const used = await send('DELETE', API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'to%20tailspin'));
      expect([used.statusCode, errorOf(used).details?.[0]?.code]).toEqual([409, 'endpointHasJobs']);
      expect(errorOf(used).message).toContain(`'${job.displayName}'`);
      await api.act(job.id, 'cancel');
      await api.untilSeen(job.id, async () => ((await api.job(job.id)).status === 'cancelled' ? true : null));
      expect((await send('DELETE', API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'to%20tailspin'))).statusCode).toBe(204);
      expect((await send('DELETE', API_ROUTES.tenant(TAILSPIN))).statusCode).toBe(204);
      await api.delete(`${JOBS}/${job.id}`);
    });
  });

  describe('a tenant of the sandbox', () => {
    it('gets connections and keeps its name', async () => {
      const services = { Exchange: imap({ host: 'localhost', auth: { kind: 'password' } }) };
      const changed = await send('PATCH', API_ROUTES.tenant(FABRIKAM_ID), { services });
      expect(asContract(Tenant, changed.json()).services.Exchange?.auth).toEqual({
        kind: 'password',
        hasSecret: false,
        secretSetDateTime: null,
      });
      const removed = await send('PATCH', API_ROUTES.tenant(FABRIKAM_ID), { services: { Exchange: null } });
      expect(removed.json()).toMatchObject({ services: {} });
      expect((await send('PATCH', API_ROUTES.tenant(FABRIKAM_ID), { displayName: 'Mine' })).statusCode).toBe(409);
      expect((await send('DELETE', API_ROUTES.tenant(CONTOSO_ID))).statusCode).toBe(409);
    });

    it('cannot be made', async () => {
      expect(await faultsOf(send('POST', API_ROUTES.tenants, tailspin({ kind: 'sandbox' })))).toEqual([
        422,
        'invalidValue kind',
      ]);
    });
  });

  describe('a connection', () => {
    const register = (exchange: object) =>
      faultsOf(send('POST', API_ROUTES.tenants, tailspin({ services: { Exchange: exchange } })));

    it.each<[string, object, (string | number)[]]>([
      ['a member that it does not have', { colour: 1 }, [400, 'unknownProperty services.Exchange.colour']],
      ['another protocol', { protocol: 'pop3' }, [422, 'invalidValue services.Exchange.protocol']],
      ['a port beyond all ports', { port: 70_000 }, [422, 'invalidValue services.Exchange.port']],
      ['a port that is a text', { port: '993' }, [400, 'schemaMismatch services.Exchange.port']],
      ['no way of signing in', { auth: undefined }, [400, 'missingProperty services.Exchange.auth']],
      [
        'members of another way of signing in',
        { auth: { kind: 'password', secret: 'x' } },
        [400, 'unknownProperty services.Exchange.auth.secret'],
      ],
      [
        'too few members for its way of signing in',
        { auth: { kind: 'oauthClientCredentials', clientId: 'ferry', scope: 'mail', secret: 'x' } },
        [400, 'missingProperty services.Exchange.auth.tokenEndpoint'],
      ],
      [
        'no secret',
        { auth: { kind: 'masterUser', user: 'master', form: 'authorizationIdentity' } },
        [422, 'secretRequired services.Exchange.auth.secret'],
      ],
      [
        'an authority that is no certificate',
        { certificateAuthority: 'ours' },
        [422, 'invalidValue services.Exchange.certificateAuthority'],
      ],
      ['a host that is none', { host: 'a/b' }, [422, 'hostRefused services.Exchange.host']],
      ['a metadata service', { host: '169.254.169.254' }, [422, 'hostRefused services.Exchange.host']],
      ['a metadata service in disguise', { host: '0xa9fea9fe' }, [422, 'hostRefused services.Exchange.host']],
      [
        'a token endpoint at a metadata service, in the clear',
        {
          auth: {
            kind: 'oauthClientCredentials',
            tokenEndpoint: 'http://metadata.google.internal/token',
            clientId: 'ferry',
            scope: 'mail',
            secret: 'x',
          },
        },
        [422, 'hostRefused services.Exchange.auth.tokenEndpoint', 'invalidValue services.Exchange.auth.tokenEndpoint'],
      ],
    ])('is refused with %s', async (_what, more, expected) => {
      expect(await register(imap(more))).toEqual(expected);
    });

    it('is refused for a workload that has no protocol', async () => {
      const services = { Teams: imap() };
      expect(await faultsOf(send('POST', API_ROUTES.tenants, tailspin({ services })))).toEqual([
        400,
        'unknownProperty services.Teams',
      ]);
    });
  });

  describe('an endpoint', () => {
    const one = API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'slow');
    const register = (more: object = {}) =>
      send('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), { name: 'slow', sourceTenantId: CONTOSO_ID, ...more });
    afterEach(() => send('DELETE', one));

    it('is registered with limits, changed one by one, listed and forgotten', async () => {
      const answer = await register({ limits: { connections: 3, bytesPerSecond: 5_000 } });
      expect([answer.statusCode, answer.headers['location']]).toEqual([201, `http://localhost:80/${one}`]);
      expect(asContract(MigrationEndpoint, answer.json())).toEqual({
        name: 'slow',
        sourceTenantId: CONTOSO_ID,
        services: {},
        limits: { connections: 3, itemsPerSecond: null, bytesPerSecond: 5_000 },
      });
      const changed = await send('PATCH', one, { limits: { connections: null, itemsPerSecond: 0 } });
      expect(changed.json()).toMatchObject({
        limits: { connections: null, itemsPerSecond: 0, bytesPerSecond: 5_000 },
      });
      const list = await send('GET', API_ROUTES.tenantEndpoints(FABRIKAM_ID));
      const { value } = asContract(MigrationEndpointCollection, list.json());
      expect(value.map(({ name }) => name)).toEqual(['contoso-endpoint', 'slow']);
      expect((await send('DELETE', one)).statusCode).toBe(204);
      expect((await send('GET', one)).statusCode).toBe(404);
    });

    it('keeps its secret when a change leaves it out, until the secret would go elsewhere', async () => {
      const registered = asContract(MigrationEndpoint, (await register({ services: { Exchange: imap() } })).json());
      const auth = { kind: 'masterUser', user: 'root', form: 'authorizationIdentity' };
      const changed = await send('PATCH', one, { services: { Exchange: imap({ port: 1_993, auth }) } });
      expect(asContract(MigrationEndpoint, changed.json()).services.Exchange).toMatchObject({
        port: 1_993,
        auth: { user: 'root', secretSetDateTime: registered.services.Exchange?.auth.secretSetDateTime },
      });
      const elsewhere = send('PATCH', one, { services: { Exchange: imap({ host: 'evil.example', auth }) } });
      expect(await faultsOf(elsewhere)).toEqual([422, 'secretRequired services.Exchange.auth.secret']);
      const { orm } = api.app.get(Database);
      const kept = await orm.select().from(secrets).where(eq(secrets.holderId, 'slow'));
      expect(kept).toHaveLength(1);
      expect(Buffer.from(kept[0]?.sealed ?? []).includes(SECRET)).toBe(false);

      await send('PATCH', one, { services: { Exchange: imap({ auth: { kind: 'password' } }) } });
      expect(await orm.select().from(secrets).where(eq(secrets.holderId, 'slow'))).toEqual([]);
    });

    it('is refused where the source is not registered, is the target itself, or the name is taken or cannot be', async () => {
      expect(await faultsOf(register({ sourceTenantId: NORTHWIND_ID }))).toEqual([
        422,
        'unknownSourceTenant sourceTenantId',
      ]);
      expect(await faultsOf(register({ sourceTenantId: FABRIKAM_ID }))).toEqual([
        422,
        'unknownSourceTenant sourceTenantId',
      ]);
      expect((await register({ name: 'contoso-endpoint' })).statusCode).toBe(409);
      expect(await faultsOf(register({ name: 'a:test' }))).toEqual([422, 'invalidValue name']);
      expect(await faultsOf(register({ limits: { connections: 0 } }))).toEqual([
        422,
        'invalidValue limits.connections',
      ]);
      expect(await faultsOf(register({ limits: { speed: 1 } }))).toEqual([400, 'unknownProperty limits.speed']);
    });
  });

  it('are registered at a tenant that is registered itself, which is shown by its id before', async () => {
    const service = api.app.get(TenantsService);
    const tenantId = '55555555-5555-4555-8555-555555555555';
    expect(await service.own(tenantId)).toMatchObject({ id: tenantId, displayName: tenantId, services: {} });
    await expect(service.requireOwn(tenantId, tenantId)).rejects.toMatchObject({ status: 409 });
    const body = { ...tailspin(), kind: TenantKind.Open };
    await expect(service.register(tenantId, body)).rejects.toMatchObject({ status: 409 });
    await service.register(tenantId, { ...body, id: tenantId });
    await service.register(tenantId, body);
    expect((await service.visibleTo(tenantId)).map(({ id }) => id).sort()).toEqual([TAILSPIN, tenantId]);
    await service.remove(tenantId, tenantId);
    expect(await service.visibleTo(tenantId)).toEqual([]);
  });
});

import {
  AuthKind,
  ConnectionProtocol,
  ConnectionSecurity,
  MasterUserForm,
  type SetImapAuth,
  type SetImapConnection,
  Workload,
} from '@ferry/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fabrikamPerson, TestService } from '../../test/support/test-service';
import { EndpointsService } from '../endpoints/endpoints.service';
import { PeopleBatches } from '../people/import/people-batches';
import { CONTOSO_ID, FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { TenantsService } from '../tenants/tenants.service';
import { AccessService } from './access.service';
import { AccessMissingError } from './service-access';

const ENDPOINT = 'contoso-endpoint';

describe('How a person is reached', () => {
  let service: TestService;
  let access: AccessService;
  let dataDir: string;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ferry-access-'));
    service = await TestService.start({ FERRY_DATA_DIR: dataDir });
    access = service.app.get(AccessService);
  });
  afterEach(async () => {
    await service.destroy();
    rmSync(dataDir, { recursive: true });
  });

  const imap = (host: string, auth: SetImapAuth): { Exchange: SetImapConnection } => ({
    Exchange: { protocol: ConnectionProtocol.Imap, host, port: 993, security: ConnectionSecurity.Tls, auth },
  });
  const source = { tenantId: FABRIKAM_ID, sourceTenantId: CONTOSO_ID, sourceEndpoint: ENDPOINT };
  const atSource = (number: number, of = source) => access.toSource(of, fabrikamPerson(number), Workload.Exchange);
  const atEndpoint = (host: string, auth: SetImapAuth) =>
    service.app.get(EndpointsService).update(FABRIKAM_ID, FABRIKAM_ID, ENDPOINT, { services: imap(host, auth) });
  const master = (secret: string): SetImapAuth => ({
    kind: AuthKind.MasterUser,
    user: 'master',
    form: MasterUserForm.AuthorizationIdentity,
    secret,
  });

  it('is the sandbox where no connection is registered', async () => {
    expect(await atSource(1)).toEqual({ over: 'sandbox' });
    expect(await access.toTarget(FABRIKAM_ID, fabrikamPerson(1), Workload.Teams)).toEqual({ over: 'sandbox' });
  });

  it('is the connection of the endpoint, before that of the source tenant, each with its own secret', async () => {
    const tenants = service.app.get(TenantsService);
    await tenants.update(FABRIKAM_ID, CONTOSO_ID, { services: imap('tenant.example', master('of the tenant')) });
    expect(await atSource(1)).toMatchObject({
      connection: { host: 'tenant.example' },
      signIn: { user: 'ann.beebe@contoso.example', master: 'master', password: 'of the tenant' },
    });
    await atEndpoint('endpoint.example', master('of the endpoint'));
    expect(await atSource(1)).toMatchObject({
      connection: { host: 'endpoint.example' },
      signIn: { password: 'of the endpoint' },
    });
    expect(await atSource(1, { ...source, sourceEndpoint: 'another' })).toMatchObject({
      connection: { host: 'tenant.example' },
    });
    expect(await access.toSource(source, fabrikamPerson(1), Workload.ODSP)).toEqual({ over: 'sandbox' });
  });

  it('is by the login and the password of the person at that side', async () => {
    await atEndpoint('endpoint.example', { kind: AuthKind.Password });
    const people = service.app.get(PeopleBatches);
    const person = {
      id: fabrikamPerson(1),
      sourceLogin: 'ann',
      sourcePassword: 'hers there',
      targetPassword: 'hers here',
    };
    await people.write(FABRIKAM_ID, [{ line: 1, person }], false);
    expect(await atSource(1)).toMatchObject({ signIn: { kind: 'password', user: 'ann', password: 'hers there' } });
    await service.app
      .get(TenantsService)
      .update(FABRIKAM_ID, FABRIKAM_ID, { services: imap('target.example', { kind: AuthKind.Password }) });
    expect(await access.toTarget(FABRIKAM_ID, fabrikamPerson(1), Workload.Exchange)).toMatchObject({
      connection: { host: 'target.example' },
      signIn: { user: 'ann.beebe@fabrikam.example', password: 'hers here' },
    });
  });

  it('is by the application with everything that it needs to get a token', async () => {
    const oauth = { tokenEndpoint: 'https://login.example/token', clientId: 'ferry', scope: 'mail' };
    await atEndpoint('endpoint.example', {
      kind: AuthKind.OAuthClientCredentials,
      ...oauth,
      secret: 'of the application',
    });
    expect(await atSource(1)).toMatchObject({ signIn: { ...oauth, clientSecret: 'of the application' } });
  });

  it('is told to be missing, with what to do about it', async () => {
    await atEndpoint('endpoint.example', { kind: AuthKind.Password });
    await expect(atSource(1)).rejects.toMatchObject({ remedy: expect.stringContaining('sourcePassword') });
    await expect(atSource(41)).rejects.toMatchObject({ remedy: expect.stringContaining('sourceLogin') });
    const unknown = { ...source, sourceTenantId: '44444444-4444-4444-8444-444444444444' };
    await expect(atSource(1, unknown)).rejects.toThrow(AccessMissingError);
  });
});

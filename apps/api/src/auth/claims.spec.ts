import { TokenRefusedError } from './auth-errors';
import type { JWTPayload } from 'jose';
import { callerOf as callerWith } from './claims';

const TENANT = '22222222-2222-4222-8222-222222222222';
const MIGRATION_ADMINISTRATOR = '8c8b803f-96e1-4129-9349-20738d9f9652';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';
const READ = 'CrossTenantContentMigration.Read.All';

describe('callerOf', () => {
  const callerOf = (claims: JWTPayload, tenant: string | null = null) => callerWith(claims, tenant);
  const delegated = (scp: string, wids: unknown) =>
    callerOf({ tid: TENANT, upn: 'admin@fabrikam.example', name: 'Ada', scp, wids, exp: 1_800_000_000 });
  const application = (roles: unknown) => callerOf({ tid: TENANT, azp: 'ferry-admin', roles });

  it('knows a person by user principal name', () => {
    expect(delegated(`openid ${READ_WRITE}`, [MIGRATION_ADMINISTRATOR])).toEqual({
      tenantId: TENANT,
      actor: 'admin@fabrikam.example',
      displayName: 'Ada',
      kind: 'delegated',
      permissions: ['openid', READ_WRITE],
      canRead: true,
      canWrite: true,
      expiresAt: new Date('2027-01-15T08:00:00Z'),
    });
  });

  it('knows an application by its id', () => {
    expect(application([READ])).toMatchObject({
      actor: 'ferry-admin',
      displayName: 'ferry-admin',
      kind: 'application',
      canRead: true,
      canWrite: false,
    });
    expect(callerOf({ tid: TENANT, appid: 'x', app_displayname: 'Reports' })).toMatchObject({ displayName: 'Reports' });
  });

  it.each([
    [READ_WRITE, [MIGRATION_ADMINISTRATOR], true, true],
    [READ_WRITE, [GLOBAL_ADMINISTRATOR.toUpperCase()], true, true],
    [READ, [MIGRATION_ADMINISTRATOR], true, false],
    [READ_WRITE, [], false, false],
    [READ_WRITE, ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'], false, false],
    [READ_WRITE, undefined, false, false],
    ['openid', [MIGRATION_ADMINISTRATOR], false, false],
  ])('lets a person with scope %s and roles %j read: %s, write: %s', (scope, wids, canRead, canWrite) => {
    expect(delegated(scope, wids)).toMatchObject({ canRead, canWrite });
  });

  it.each([
    [[READ_WRITE], true, true],
    [[READ], true, false],
    [[], false, false],
    [undefined, false, false],
    [READ_WRITE, false, false],
  ])('lets an application with roles %j read: %s, write: %s', (roles, canRead, canWrite) => {
    expect(application(roles)).toMatchObject({ canRead, canWrite });
  });

  it('takes no role of an application from a token of a person', () => {
    expect(callerOf({ tid: TENANT, upn: 'x', scp: 'openid', roles: [READ_WRITE] })).toMatchObject({ canRead: false });
  });

  it.each<[string, JWTPayload, object]>([
    ['Entra, version 1', { upn: 'ann@x.example', unique_name: 'y', scp: READ }, { actor: 'ann@x.example' }],
    ['Entra, version 1, for a guest', { unique_name: 'live.com#ann@x.example', scp: READ }, { kind: 'delegated' }],
    ['Entra, version 2', { preferred_username: 'ann@x.example', oid: 'o', scp: READ }, { actor: 'ann@x.example' }],
    ['Entra without names', { oid: 'o-1', sub: 's-1', scp: READ }, { actor: 'o-1' }],
    ['RFC 9068', { sub: 's-1', client_id: 'c', scope: `openid ${READ}` }, { actor: 's-1', kind: 'delegated' }],
    ['an issuer that knows addresses', { email: 'ann@x.example', sub: 's-1', scope: READ }, { actor: 'ann@x.example' }],
    [
      'one that did not check them',
      { email: 'bob@x.example', email_verified: false, sub: 's-1', scope: READ },
      { actor: 's-1' },
    ],
    ['one that writes scopes as a list', { sub: 's-1', scp: ['openid', READ] }, { permissions: ['openid', READ] }],
  ])('knows a person in a token of %s', (_issuer, claims, caller) => {
    const wids = [MIGRATION_ADMINISTRATOR];
    expect(callerOf({ tid: TENANT, wids, ...claims })).toMatchObject({ canRead: true, canWrite: false, ...caller });
  });

  it.each<[string, JWTPayload, string]>([
    ['Entra, version 1', { appid: 'app-1', idtyp: 'app', oid: 'o', sub: 'o' }, 'app-1'],
    ['Entra, version 2', { azp: 'app-2', oid: 'o', sub: 'o' }, 'app-2'],
    ['RFC 9068, with scopes', { client_id: 'app-3', sub: 'app-3', scope: `openid ${READ_WRITE}` }, 'app-3'],
    ['an issuer that says the kind', { azp: 'app-4', sub: 's-4', idtyp: 'app', scope: 'openid' }, 'app-4'],
  ])('knows an application in a token of %s', (_issuer, claims, actor) => {
    const caller = callerOf({ tid: TENANT, roles: [READ], ...claims });
    expect(caller).toMatchObject({ actor, kind: 'application', permissions: [READ], canRead: true, canWrite: false });
  });

  it('takes a token with scopes and roles for that of a person', () => {
    const both = { tid: TENANT, azp: 'app', sub: 'ann', scp: READ, roles: [READ_WRITE] };
    expect(callerOf(both)).toMatchObject({ kind: 'delegated', canRead: false, canWrite: false });
    expect(callerOf({ ...both, wids: [GLOBAL_ADMINISTRATOR] })).toMatchObject({ canRead: true, canWrite: false });
    expect(callerOf({ ...both, idtyp: 'app' })).toMatchObject({ kind: 'delegated', canRead: false });
    expect(callerOf({ ...both, scp: undefined, idtyp: 'user' })).toMatchObject({ kind: 'delegated', canRead: false });
    expect(callerOf({ ...both, scp: '' })).toMatchObject({ kind: 'delegated', canRead: false });
  });

  it('takes the tenant of the token, and the one of the settings where it names none', () => {
    const other = '33333333-3333-4333-8333-333333333333';
    expect(callerOf({ tid: TENANT.toUpperCase(), azp: 'x' }, other).tenantId).toBe(TENANT);
    expect(callerOf({ azp: 'x' }, other).tenantId).toBe(other);
    expect(() => callerOf({ tid: 'x', azp: 'x' }, other)).toThrow(TokenRefusedError);
  });

  it('can say when a token expires that never does', () => {
    expect(callerOf({ tid: TENANT, azp: 'x', exp: 1e300 }).expiresAt.getTime()).toBe(8.64e15);
  });

  it.each([
    [{ upn: 'x', scp: READ }, 'tid'],
    [{ tid: 'common', upn: 'x', scp: READ }, 'tid'],
    [{ tid: TENANT, scp: READ }, 'sub'],
    [{ tid: TENANT, roles: [READ] }, 'azp'],
  ])('refuses %j, which does not say who it is', (claims, missing) => {
    expect(() => callerOf(claims)).toThrow(TokenRefusedError);
    expect(() => callerOf(claims)).toThrow(missing);
  });
});

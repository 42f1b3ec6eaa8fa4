import { TokenRefusedError } from './auth-errors';
import { callerOf } from './claims';

const TENANT = '22222222-2222-4222-8222-222222222222';
const MIGRATION_ADMINISTRATOR = '8c8b803f-96e1-4129-9349-20738d9f9652';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';
const READ = 'CrossTenantContentMigration.Read.All';

describe('callerOf', () => {
  const delegated = (scp: string, wids: unknown) =>
    callerOf({ tid: TENANT, upn: 'admin@fabrikam.example', name: 'Ada', scp, wids });
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

  it.each([
    [{ upn: 'x', scp: READ }, 'tid'],
    [{ tid: 'common', upn: 'x', scp: READ }, 'tid'],
    [{ tid: TENANT, scp: READ }, 'upn'],
    [{ tid: TENANT, roles: [READ] }, 'azp'],
  ])('refuses %j, which does not say who it is', (claims, missing) => {
    expect(() => callerOf(claims)).toThrow(TokenRefusedError);
    expect(() => callerOf(claims)).toThrow(missing);
  });
});

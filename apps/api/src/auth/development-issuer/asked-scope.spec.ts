import { readApplicationScope, readAskedScope } from './asked-scope';
import { OAuthError } from './oauth-error';

const READ = 'CrossTenantContentMigration.Read.All';
const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';
const AUDIENCES = ['api://ferry', 'api://ferry-too'] as const;

describe('readAskedScope', () => {
  const asked = (scope: string, resource = '') => readAskedScope(scope, resource, AUDIENCES);
  const codeOf = (read: () => unknown): string => {
    try {
      read();
      return 'none';
    } catch (error) {
      if (error instanceof OAuthError) return error.code;
      throw error;
    }
  };

  it.each([
    ['', '', 'api://ferry', []],
    ['openid profile offline_access', '', 'api://ferry', []],
    ['openid api://ferry/.default', '', 'api://ferry', []],
    ['api://ferry-too/.default', '', 'api://ferry-too', []],
    [`api://ferry/${READ}`, '', 'api://ferry', [READ]],
    [`${READ} ${READ_WRITE}`, '', 'api://ferry', [READ, READ_WRITE]],
    ['https://graph.microsoft.com/.default', '', 'api://ferry', []],
    [`https://graph.microsoft.com//${READ}`, '', 'api://ferry', [READ]],
    ['https://localhost:3443/.default', '', 'api://ferry', []],
    ['', 'https://graph.microsoft.com/', 'api://ferry', []],
    ['', 'api://ferry-too', 'api://ferry-too', []],
    ['api://ferry-too/.default', 'api://ferry-too', 'api://ferry-too', []],
  ])('takes scope %j and resource %j for one of ours', (scope, resource, audience, permissions) => {
    expect(asked(scope, resource)).toMatchObject({ audience, permissions });
  });

  it.each([
    ['https://vault.azure.net/.default', '', 'invalid_scope'],
    ['api://ferry', '', 'invalid_scope'],
    ['api://ferry/Mail.Read', '', 'invalid_scope'],
    ['User.Read', '', 'invalid_scope'],
    ['openid api://ferry/.default api://other/.default', '', 'invalid_scope'],
    ['api://ferry/.default api://ferry-too/.default', '', 'invalid_scope'],
    ['api://ferry/.default', 'api://ferry-too', 'invalid_scope'],
    ['', 'https://vault.azure.net', 'invalid_target'],
    ['', 'nonsense', 'invalid_target'],
  ])('refuses scope %j and resource %j', (scope, resource, code) => {
    expect(codeOf(() => asked(scope, resource))).toBe(code);
  });

  it.each([
    ['', 'none'],
    ['api://ferry/.default', 'none'],
    ['https://graph.microsoft.com/.default', 'none'],
    [`api://ferry/${READ}`, 'invalid_scope'],
    ['openid', 'invalid_scope'],
    ['api://ferry/.default openid', 'invalid_scope'],
    ['api://other/.default', 'invalid_scope'],
  ])('lets an application ask for %j: %s', (scope, code) => {
    expect(codeOf(() => readApplicationScope(scope, '', AUDIENCES))).toBe(code);
  });
});

import { AuthKind, MasterUserForm } from '@ferry/contracts';
import { authMemberFaults, keepsSecret, needsSecret } from './auth-members';

describe('The members of a way of signing in', () => {
  it('are complete where everything that the kind needs is there', () => {
    expect(authMemberFaults({ kind: AuthKind.Password })).toEqual([]);
    const master = { kind: AuthKind.MasterUser, user: 'master', form: MasterUserForm.LoginName };
    expect(authMemberFaults(master)).toEqual([]);
    expect(authMemberFaults({ ...master, separator: '*', secret: 'x', scope: null })).toEqual([]);
    const oauth = { tokenEndpoint: 'https://login.example/token', clientId: 'ferry', scope: 'mail', secret: 'x' };
    expect(authMemberFaults({ kind: AuthKind.OAuthClientCredentials, ...oauth })).toEqual([]);
  });

  it('are named where they are missing, or belong to another kind', () => {
    expect(authMemberFaults({ kind: AuthKind.Password, secret: 'x', user: 'master' })).toEqual([
      { member: 'user', fault: 'foreign' },
      { member: 'secret', fault: 'foreign' },
    ]);
    expect(authMemberFaults({ kind: AuthKind.OAuthClientCredentials, clientId: 'ferry', form: 'x' })).toEqual([
      { member: 'tokenEndpoint', fault: 'missing' },
      { member: 'scope', fault: 'missing' },
      { member: 'form', fault: 'foreign' },
    ]);
  });

  it('hold a secret for everything but the passwords of the people', () => {
    expect(Object.values(AuthKind).filter(needsSecret)).toEqual([AuthKind.MasterUser, AuthKind.OAuthClientCredentials]);
  });
});

describe('A secret that was given before', () => {
  const before = { host: 'imap.example', security: 'tls', auth: { kind: AuthKind.MasterUser } };

  it('stays for the same server, in the same way', () => {
    expect(keepsSecret(before, { ...before })).toBe(true);
  });

  it.each([
    { ...before, host: 'imap.evil.example' },
    { ...before, security: 'none' },
    { ...before, auth: { kind: AuthKind.OAuthClientCredentials, tokenEndpoint: 'https://login.example' } },
  ])('does not go elsewhere', (after) => {
    expect(keepsSecret(before, after)).toBe(false);
  });

  it('does not go to another token endpoint', () => {
    const oauth = {
      ...before,
      auth: { kind: AuthKind.OAuthClientCredentials, tokenEndpoint: 'https://login.example' },
    };
    expect(keepsSecret(oauth, { ...oauth, auth: { ...oauth.auth, tokenEndpoint: 'https://evil.example' } })).toBe(
      false,
    );
  });
});

import {
  AuthKind,
  ConnectionProtocol,
  ConnectionSecurity,
  type ImapConnection,
  MasterUserForm,
  SourceDeletions,
} from '@ferry/contracts';
import { connectionOf, draftOf, NEW_CONNECTION, secretFault } from './connection-draft';

const MASTER: ImapConnection = {
  protocol: ConnectionProtocol.Imap,
  host: 'imap.contoso.example',
  port: 993,
  security: ConnectionSecurity.Tls,
  folders: [{ source: 'Sent Mail', target: 'Sent' }],
  auth: {
    kind: AuthKind.MasterUser,
    user: 'master',
    form: MasterUserForm.LoginName,
    separator: '*',
    hasSecret: true,
    secretSetDateTime: new Date('2026-11-20T10:00:00Z'),
  },
};
const AT_SECRET = 'services.Exchange.auth.secret';

describe('The draft of a connection', () => {
  it('becomes the connection that it was made of, without its secret', () => {
    const { hasSecret: _hasSecret, secretSetDateTime: _date, ...auth } = MASTER.auth;
    expect(connectionOf(draftOf(MASTER))).toEqual({ ...MASTER, auth });
  });

  it('keeps the certificates that are trusted, and what becomes of deletions', () => {
    const more = {
      certificateAuthority: '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----',
      certificateName: 'mail.contoso.example',
      deletions: SourceDeletions.Follow,
    };
    expect(connectionOf(draftOf({ ...MASTER, ...more }))).toMatchObject(more);
  });

  it('sends only what belongs to the way of signing in', () => {
    const draft = { ...draftOf(MASTER), secret: 'x' };
    expect(connectionOf({ ...draft, kind: AuthKind.Password }).auth).toEqual({ kind: 'password' });
    const oauth = { tokenEndpoint: 'https://login.example/token', clientId: 'ferry', scope: 'mail' };
    const kind = AuthKind.OAuthClientCredentials;
    expect(connectionOf({ ...draft, ...oauth, kind }).auth).toEqual({ kind, ...oauth, secret: 'x' });
  });

  it('keeps the secret as long as it goes to the same server in the same way', () => {
    const draft = draftOf(MASTER);
    expect(secretFault(MASTER, { ...draft, port: '1993', user: 'another' })).toEqual({});
    expect(secretFault(MASTER, { ...draft, host: 'elsewhere.example' })[AT_SECRET]).toContain('again');
    expect(secretFault(MASTER, { ...draft, host: 'elsewhere.example', secret: 'x' })).toEqual({});
  });

  it('asks for the secret of a new connection, unless each person brings one', () => {
    expect(secretFault(undefined, NEW_CONNECTION)).toEqual({});
    expect(secretFault(undefined, { ...NEW_CONNECTION, kind: AuthKind.MasterUser })).toEqual({
      [AT_SECRET]: 'Give the secret.',
    });
  });
});

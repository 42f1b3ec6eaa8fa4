import { TestBed } from '@angular/core/testing';
import { AuthKind, ConnectionProtocol, ConnectionSecurity, MasterUserForm } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { anEndpoint, aTenant } from '../../../testing/tenants';
import { EndpointStore } from './endpoint-store';

const URL = `/api/v1/tenants/${FABRIKAM}/endpoints/old%20mail`;
const AUTH = { kind: AuthKind.MasterUser, user: 'master', form: MasterUserForm.LoginName, separator: '*' };
const SERVER = {
  protocol: ConnectionProtocol.Imap,
  host: 'imap.contoso.example',
  port: 993,
  security: ConnectionSecurity.Tls,
  folders: [],
};
const ENDPOINT = anEndpoint({
  name: 'old mail',
  services: {
    Exchange: { ...SERVER, auth: { ...AUTH, hasSecret: true, secretSetDateTime: new Date('2026-11-20T10:00:00Z') } },
  },
});

describe('EndpointStore', () => {
  let backend: ConsoleBackend;
  let store: EndpointStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([EndpointStore]);
    store = TestBed.inject(EndpointStore);
    void store.load(FABRIKAM, 'old mail');
    await backend.answer(URL, ENDPOINT);
    await backend.answer(`/api/v1/tenants/${CONTOSO}`, aTenant());
  });
  afterEach(() => backend.http.verify());

  it('shows the endpoint and the tenant that it leads to', () => {
    expect([store.endpoint()?.name, store.source()?.displayName]).toEqual(['old mail', 'Contoso']);
  });

  it('replaces the secret alone: everything else is sent as it is', async () => {
    const replaced = store.replaceSecret('new');
    const sent = backend.http.expectOne({ method: 'PATCH', url: URL });
    expect(sent.request.body).toEqual({ services: { Exchange: { ...SERVER, auth: { ...AUTH, secret: 'new' } } } });
    sent.flush(ENDPOINT);
    await settle();
    expect(await replaced).toBe(true);
  });

  it('says which jobs keep it from being deleted', async () => {
    const removed = store.remove();
    await backend.answer(URL, { error: { code: 'x', message: "Jobs use it: 'wave-01'." } }, 409);
    expect([await removed, store.changeError()?.message]).toEqual([false, "Jobs use it: 'wave-01'."]);
  });
});

import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { TenantFormStore } from './tenant-form-store';

const OPEN = { displayName: 'Contoso', defaultDomain: 'contoso.example', kind: 'open', services: {} };

describe('TenantFormStore', () => {
  let backend: ConsoleBackend;
  let store: TenantFormStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([TenantFormStore]);
    store = TestBed.inject(TenantFormStore);
  });
  afterEach(() => backend.http.verify());

  const beginNew = async (known: object[]) => {
    void store.begin(null);
    await backend.answer('/api/v1/tenants', { value: known });
  };
  const fill = () => {
    store.change({ id: CONTOSO.toUpperCase() }, 'id');
    store.change({ displayName: ' Contoso ', defaultDomain: 'contoso.example' }, 'displayName');
  };

  it("begins with the caller's own tenant as long as that is not registered", async () => {
    await beginNew([]);
    expect([store.draft().id, store.isOwn()]).toEqual([FABRIKAM, true]);
  });

  it('begins with an empty source once the own tenant is there', async () => {
    await beginNew([{ ...OPEN, id: FABRIKAM }]);
    expect([store.draft().id, store.isOwn()]).toEqual(['', false]);
  });

  it('says what is wrong with a field when it is left, and all of it at the first try', async () => {
    await beginNew([{ ...OPEN, id: FABRIKAM }]);
    expect(store.faults()).toEqual({});
    store.leave('id');
    expect(Object.keys(store.faults())).toEqual(['id']);
    expect(await store.save()).toBeNull();
    expect(Object.keys(store.faults()).sort()).toEqual(['defaultDomain', 'displayName', 'id']);
  });

  it('sends what was written without the blanks around it', async () => {
    await beginNew([{ ...OPEN, id: FABRIKAM }]);
    fill();
    void store.save();
    const sent = backend.http.expectOne({ method: 'POST', url: '/api/v1/tenants' });
    expect(sent.request.body).toEqual({ ...OPEN, services: undefined, id: CONTOSO.toUpperCase() });
    sent.flush({ ...OPEN, id: CONTOSO });
  });

  it('shows what the service refuses at its field until the field is changed', async () => {
    await beginNew([{ ...OPEN, id: FABRIKAM }]);
    fill();
    void store.save();
    const details = [{ code: 'hostRefused', message: 'That host cannot be used.', target: 'services.Exchange.host' }];
    await backend.answer('/api/v1/tenants', { error: { code: 'x', message: 'Refused.', details } }, 422);
    expect(store.faults()).toEqual({ 'services.Exchange.host': 'That host cannot be used.' });
    expect(store.error()).toBeNull();
    store.change({ connection: null }, 'services.Exchange');
    expect(store.faults()).toEqual({});
  });

  it('shows a refusal without a field above the form', async () => {
    await beginNew([{ ...OPEN, id: FABRIKAM }]);
    fill();
    void store.save();
    const details = [{ code: 'tenantRegistered', message: 'The tenant is registered already.' }];
    await backend.answer('/api/v1/tenants', { error: { code: 'x', message: 'It is there.', details } }, 409);
    expect([store.faults(), store.error()?.message]).toEqual([{}, 'It is there.']);
  });

  it('changes only the connection of a tenant of the sandbox', async () => {
    void store.begin(CONTOSO);
    await backend.answer(`/api/v1/tenants/${CONTOSO}`, { ...OPEN, id: CONTOSO, kind: 'sandbox' });
    void store.save();
    const sent = backend.http.expectOne({ method: 'PATCH', url: `/api/v1/tenants/${CONTOSO}` });
    expect(sent.request.body).toEqual({ services: { Exchange: null } });
    sent.flush({ ...OPEN, id: CONTOSO });
    await settle();
  });
});

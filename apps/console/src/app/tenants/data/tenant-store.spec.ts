import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { anEndpoint, aTenant, FABRIKAM_TENANT, FIGURES } from '../../../testing/tenants';
import { TenantStore } from './tenant-store';

describe('TenantStore', () => {
  let backend: ConsoleBackend;
  let store: TenantStore;
  const elsewhere = anEndpoint({ name: 'elsewhere', sourceTenantId: '44444444-4444-4444-8444-444444444444' });

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([TenantStore]);
    store = TestBed.inject(TenantStore);
  });
  afterEach(() => backend.http.verify());

  const load = async (id: string) => {
    void store.load(id);
    backend.http.expectOne(`/api/v1/tenants/${id}`).flush(id === CONTOSO ? aTenant() : FABRIKAM_TENANT);
    if (id === FABRIKAM) backend.http.expectOne(`/api/v1/tenants/${FABRIKAM}/people:summary`).flush(FIGURES);
    await backend.answer('/api/v1/tenants', { value: [aTenant(), FABRIKAM_TENANT] });
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/endpoints`, { value: [anEndpoint(), elsewhere] });
  };
  const endpoints = () => store.endpoints().map(({ name }) => name);

  it('shows of the own tenant all endpoints and how many people there are', async () => {
    await load(FABRIKAM);
    expect([store.isOwn(), endpoints(), store.people()?.people]).toEqual([true, ['contoso-endpoint', 'elsewhere'], 2]);
    expect([store.hasSources(), store.tenantName(CONTOSO)]).toEqual([true, 'Contoso']);
  });

  it('shows of a source the endpoints that lead to it, and no people', async () => {
    await load(CONTOSO);
    expect([store.isOwn(), endpoints(), store.people()]).toEqual([false, ['contoso-endpoint'], null]);
  });

  it('says why a tenant cannot be deleted, and that it was', async () => {
    await load(CONTOSO);
    const refused = store.remove();
    await backend.answer(`/api/v1/tenants/${CONTOSO}`, { error: { code: 'x', message: 'Endpoints lead there.' } }, 409);
    expect([await refused, store.removalError()?.message]).toEqual([false, 'Endpoints lead there.']);
    const removed = store.remove();
    await backend.answer(`/api/v1/tenants/${CONTOSO}`, undefined, 204);
    expect([await removed, store.removalError()]).toEqual([true, null]);
  });
});

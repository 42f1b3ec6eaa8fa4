import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { FABRIKAM } from '../../../testing/jobs';
import { anEndpoint, aTenant, FABRIKAM_TENANT, FIGURES } from '../../../testing/tenants';
import { TenantListStore } from './tenant-list-store';

const OTHER = '44444444-4444-4444-8444-444444444444';

describe('TenantListStore', () => {
  let backend: ConsoleBackend;
  let store: TenantListStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([TenantListStore]);
    store = TestBed.inject(TenantListStore);
  });
  afterEach(() => backend.http.verify());

  it('shows the own tenant first, with all endpoints and people, and sources with those that lead there', async () => {
    const other = aTenant({ id: OTHER, displayName: 'Adatum' });
    await backend.answer('/api/v1/tenants', { value: [other, aTenant(), FABRIKAM_TENANT] });
    backend.http.expectOne(`/api/v1/tenants/${FABRIKAM}/endpoints`).flush({ value: [anEndpoint()] });
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/people:summary`, FIGURES);
    const rows = store
      .rows()
      ?.map(({ tenant, isOwn, endpoints, people }) => [tenant.displayName, isOwn, endpoints, people?.people]);
    expect(rows).toEqual([
      ['Fabrikam', true, 1, 2],
      ['Adatum', false, 0, undefined],
      ['Contoso', false, 1, undefined],
    ]);
    expect(store.lacksOwn()).toBe(false);
  });

  it('says that the own tenant is not registered, and asks for nothing that it would have', async () => {
    await backend.answer('/api/v1/tenants', { value: [] });
    expect([store.rows(), store.lacksOwn()]).toEqual([[], true]);
  });

  it('says why there is no list, and tries again', async () => {
    await backend.answer('/api/v1/tenants', { error: { code: 'busy', message: 'Later.' } }, 503);
    expect([store.rows(), store.error()?.message]).toEqual([null, 'Later.']);
    void store.load();
    await backend.answer('/api/v1/tenants', { value: [] });
    expect([store.rows(), store.error()]).toEqual([[], null]);
  });
});

import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { anEndpoint, aTenant, FABRIKAM_TENANT } from '../../../testing/tenants';
import { EndpointFormStore } from './endpoint-form-store';

const ENDPOINTS = `/api/v1/tenants/${FABRIKAM}/endpoints`;
const NORTHWIND = '33333333-3333-4333-8333-333333333333';

describe('EndpointFormStore', () => {
  let backend: ConsoleBackend;
  let store: EndpointFormStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([EndpointFormStore]);
    store = TestBed.inject(EndpointFormStore);
  });
  afterEach(() => backend.http.verify());

  const beginNew = async (sources: readonly string[], wanted?: string) => {
    void store.begin(FABRIKAM, null, wanted);
    await backend.answer('/api/v1/tenants', { value: [FABRIKAM_TENANT, ...sources.map((id) => aTenant({ id }))] });
  };
  const beginWith = async (name: string) => {
    void store.begin(FABRIKAM, name);
    await backend.answer('/api/v1/tenants', { value: [FABRIKAM_TENANT, aTenant()] });
    await backend.answer(`${ENDPOINTS}/${name}`, anEndpoint({ name, limits: { connections: 5 } }));
  };

  it('leads to other tenants only, and to the only one there is', async () => {
    await beginNew([CONTOSO]);
    expect(store.sources().map(({ id }) => id)).toEqual([CONTOSO]);
    expect(store.draft().sourceTenantId).toBe(CONTOSO);
  });

  it('leaves the choice between several to whoever fills it in', async () => {
    await beginNew([CONTOSO, NORTHWIND]);
    expect(store.draft().sourceTenantId).toBe('');
  });

  it('leads to the tenant that was named, if there is such a one', async () => {
    await beginNew([CONTOSO, NORTHWIND], NORTHWIND);
    expect(store.draft().sourceTenantId).toBe(NORTHWIND);
    await beginNew([CONTOSO, NORTHWIND], 'nobody');
    expect(store.draft().sourceTenantId).toBe('');
  });

  it('registers what was written, and leaves empty limits to the service', async () => {
    await beginNew([CONTOSO]);
    store.change({ name: ' new-endpoint ', itemsPerSecond: '20' }, 'name');
    const saved = store.save();
    const sent = backend.http.expectOne({ method: 'POST', url: ENDPOINTS });
    expect(sent.request.body).toMatchObject({
      name: 'new-endpoint',
      sourceTenantId: CONTOSO,
      limits: { connections: null, itemsPerSecond: 20, bytesPerSecond: null },
    });
    sent.flush(anEndpoint({ name: 'new-endpoint' }));
    expect((await saved)?.name).toBe('new-endpoint');
  });

  it('shows the limits of an endpoint that is there, and changes only what may be changed', async () => {
    await beginWith('contoso-endpoint');
    expect(store.draft().connections).toBe('5');
    store.change({ connections: '' }, 'connections');
    void store.save();
    const sent = backend.http.expectOne({ method: 'PATCH', url: `${ENDPOINTS}/contoso-endpoint` });
    expect(Object.keys(sent.request.body as object).sort()).toEqual(['limits', 'services']);
    expect(sent.request.body).toMatchObject({ limits: { connections: null } });
    sent.flush(anEndpoint());
  });

  it('sends nothing while a limit is no number, and says so at its field', async () => {
    await beginWith('contoso-endpoint');
    store.change({ connections: 'many' }, 'connections');
    expect(await store.save()).toBeNull();
    expect(Object.keys(store.faults())).toEqual(['limits.connections']);
  });

  it('says why the form cannot begin', async () => {
    void store.begin(FABRIKAM, null);
    await backend.answer('/api/v1/tenants', { error: { code: 'broken', message: 'Broken.' } }, 503);
    expect([store.loaded(), store.loadError()?.message]).toEqual([false, 'Broken.']);
  });
});

import { TestBed } from '@angular/core/testing';
import { FindingChange, type Preflight, Workload } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { CONTOSO, FABRIKAM, NOW } from '../../../testing/jobs';
import { aDirectoryPerson, anEndpoint, aTenant, FABRIKAM_TENANT } from '../../../testing/tenants';
import { TenantPreflightStore } from './tenant-preflight-store';

const OWN = `/api/v1/tenants/${FABRIKAM}`;
const ABOUT = { sourceTenantId: CONTOSO, sourceEndpoint: 'contoso-endpoint', workloads: [Workload.Exchange] };
const RUN: Preflight = {
  id: 'r1',
  createdDateTime: NOW,
  previousDateTime: null,
  people: 1,
  ready: 0,
  checks: [],
  findings: [
    {
      personId: 'Ann',
      service: Workload.Exchange,
      check: 'licence',
      code: 'CTTM-005',
      message: 'No licence.',
      evidence: 'Seen in the directory.',
      change: FindingChange.New,
    },
  ],
  gone: [],
  comparison: { new: 1, unchanged: 0, gone: 0 },
};

describe('TenantPreflightStore', () => {
  let backend: ConsoleBackend;
  let store: TenantPreflightStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([TenantPreflightStore]);
    store = TestBed.inject(TenantPreflightStore);
    await backend.answer(`${OWN}/endpoints`, { value: [anEndpoint()] });
    await backend.answer('/api/v1/tenants', { value: [FABRIKAM_TENANT, aTenant()] });
  });
  afterEach(() => backend.http.verify());

  it('knows the ways from other tenants', () => {
    expect(store.sources()?.map(({ id }) => id)).toEqual([CONTOSO]);
    expect(store.endpoints()).toHaveLength(1);
  });

  it('checks those who are named, and says which names fit nobody or several people', async () => {
    const [ann, bea] = [aDirectoryPerson('Ann'), aDirectoryPerson('Bea')];
    const done = store.run({ ...ABOUT, people: ['ann@fabrikam.example', 'nobody', 'both'] });
    expect([store.busy(), store.result()]).toEqual([true, null]);
    await backend.answer(`${OWN}/people:lookup`, {
      value: [
        { name: 'ann@fabrikam.example', people: [ann] },
        { name: 'nobody', people: [] },
        { name: 'both', people: [ann, bea] },
      ],
    });
    const request = backend.http.match(`${OWN}/preflight`).at(0);
    expect(request?.request.body).toMatchObject({ people: ['Ann'], workloads: ['Exchange'], sourceTenantId: CONTOSO });
    request?.flush(RUN);
    await done;
    expect([store.unknown(), store.result()?.findings.length]).toEqual([['nobody', 'both'], 1]);
    expect(store.nameOf('Ann')).toBe('Ann');
  });

  it('checks everybody, page by page', async () => {
    void store.run({ ...ABOUT, people: null });
    const next = `http://elsewhere${OWN}/people?top=999&skiptoken=x`;
    await backend.answer(`${OWN}/people?top=999`, { value: [aDirectoryPerson('Ann')], nextLink: next });
    await backend.answer(`${OWN}/people?top=999&skiptoken=x`, { value: [aDirectoryPerson('Bea')] });
    await backend.answer(`${OWN}/preflight`, { ...RUN, people: 2 });
    expect([store.asked(), store.checked(), store.result()?.people]).toEqual([2, 2, 2]);
  });

  it('says why the checks could not be made, and makes them when asked again', async () => {
    void store.run({ ...ABOUT, people: ['Ann'] });
    await backend.answer(`${OWN}/people:lookup`, { error: { code: 'busy', message: 'Later.' } }, 429);
    expect([store.error()?.message, store.result()]).toEqual(['Later.', null]);
    void store.again();
    await backend.answer(`${OWN}/people:lookup`, { value: [{ name: 'Ann', people: [aDirectoryPerson('Ann')] }] });
    await backend.answer(`${OWN}/preflight`, RUN);
    expect([store.error(), store.result()?.people]).toEqual([null, 1]);
  });
});

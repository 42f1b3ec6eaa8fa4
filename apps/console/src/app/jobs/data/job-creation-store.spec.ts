import { TestBed } from '@angular/core/testing';
import { IdentityMapping } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { DirectoryStore } from './directory-store';
import { JobCreationStore } from './job-creation-store';
import { JobDraftStore } from './job-draft-store';
import { PeopleFileStore } from './people-file-store';
import { PlannedJobsStore } from './planned-jobs-store';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const IDS = [1, 2, 3].map((number) => `22222222-0000-4000-8000-00000000000${number}`);
const TAKEN = { error: { code: 'BadArgument', message: 'displayName already exists.' } };

describe('The creation of several jobs', () => {
  let backend: ConsoleBackend;

  beforeEach(() => localStorage.clear());

  /** A page that is opened: with what the browser kept. */
  const open = async () => {
    TestBed.resetTestingModule();
    backend = await signedIn([JobDraftStore, DirectoryStore, PeopleFileStore, PlannedJobsStore, JobCreationStore]);
    return { drafts: TestBed.inject(JobDraftStore), store: TestBed.inject(JobCreationStore) };
  };
  const openWithThree = async () => {
    const page = await open();
    page.drafts.change({
      origin: 'directory',
      picked: IDS.map((id) => ({ id, displayName: id, mail: id })),
      displayName: 'wave',
      peoplePerJob: 1,
      sourceTenantId: CONTOSO,
      sourceEndpoint: 'contoso-endpoint',
      start: 'none',
    });
    return page;
  };
  const answerCreate = (id: string, resources: string[] = []) =>
    backend.answer(JOBS, aJob({ id, sourceTenantId: CONTOSO, resources }), 201);
  const statesOf = (store: JobCreationStore) =>
    store.creations().map(({ displayName, state }) => `${displayName} ${state}`);

  it('goes on after one that is refused, and later creates that one only', async () => {
    const { store } = await openWithThree();
    const creating = store.create();
    await settle();
    await answerCreate('j1');
    await backend.answer(JOBS, TAKEN, 422);
    await answerCreate('j3');
    await creating;
    expect(statesOf(store)).toEqual(['wave-1 created', 'wave-2 refused', 'wave-3 created']);
    expect(store.creations()[1]?.problem).toBe('displayName already exists.');

    store.rename(1, 'wave two');
    const again = store.create();
    await settle();
    const request = backend.http.expectOne(JOBS);
    expect(request.request.body).toMatchObject({ displayName: 'wave two', resources: [IDS[1]] });
    request.flush(JSON.parse(JSON.stringify(aJob({ id: 'j2' }))));
    await again;
    expect(store.isDone()).toBe(true);
    expect(localStorage.length).toBe(0);
  });

  it('stops where nobody answers, and creates nothing twice after a reload', async () => {
    const first = await openWithThree();
    const creating = first.store.create();
    await settle();
    await answerCreate('j1');
    backend.http.expectOne(JOBS).error(new ProgressEvent('error'));
    await creating;
    expect(statesOf(first.store)).toEqual(['wave-1 created', 'wave-2 asked', 'wave-3 waiting']);

    const { drafts, store } = await open();
    expect(drafts.restoredFrom()).not.toBeNull();
    expect(statesOf(store)).toEqual(['wave-1 created', 'wave-2 asked', 'wave-3 waiting']);
    const again = store.create();
    await settle();
    await backend.answer(`${JOBS}/wave-2`, aJob({ id: 'j2', sourceTenantId: CONTOSO, resources: [IDS[1] ?? ''] }));
    await answerCreate('j3');
    await again;
    expect(store.creations().map(({ id }) => id)).toEqual(['j1', 'j2', 'j3']);
  });

  it('knows a dead browser by a request without an answer, and asks again when nothing was created', async () => {
    const first = await openWithThree();
    void first.store.create();
    await settle();
    backend.http.expectOne(JOBS);

    const { store } = await open();
    expect(statesOf(store)[0]).toBe('wave-1 asked');
    const again = store.create();
    await settle();
    await backend.answer(`${JOBS}/wave-1`, { error: { code: 'NotFound', message: 'No.' } }, 404);
    for (const id of ['j1', 'j2', 'j3']) await answerCreate(id);
    await again;
    expect(store.isDone()).toBe(true);
  });

  it("does not take somebody else's job of the same name for its own", async () => {
    const first = await openWithThree();
    const creating = first.store.create();
    await settle();
    backend.http.expectOne(JOBS).error(new ProgressEvent('error'));
    await creating;
    const again = first.store.create();
    await settle();
    await backend.answer(`${JOBS}/wave-1`, aJob({ sourceTenantId: CONTOSO, resources: [IDS[2] ?? ''] }));
    for (const id of ['j2', 'j3']) await answerCreate(id);
    await again;
    expect(statesOf(first.store)).toEqual(['wave-1 refused', 'wave-2 created', 'wave-3 created']);
  });

  it('starts the validation of each, and tells where that was not possible', async () => {
    const { drafts, store } = await openWithThree();
    drafts.change({ start: 'validate', peoplePerJob: null });
    const creating = store.create();
    await settle();
    await answerCreate('j1');
    await backend.answer(`${JOBS}/j1/validate`, TAKEN, 409);
    await creating;
    expect(store.isDone()).toBe(true);
    expect(store.creations()[0]?.problem).toContain('not being validated yet');
  });

  it('leaves everything open to change when all were refused', async () => {
    const { drafts, store } = await openWithThree();
    drafts.change({ peoplePerJob: null });
    const creating = store.create();
    await settle();
    await backend.answer(JOBS, TAKEN, 422);
    await creating;
    expect([drafts.isFixed(), statesOf(store)]).toEqual([false, ['wave refused']]);
    store.rename(0, 'other');
    expect(TestBed.inject(PlannedJobsStore).jobs()[0]?.displayName).toBe('other');
  });
});

describe('A list of people', () => {
  it('is looked up, and judged by the answer', async () => {
    localStorage.clear();
    TestBed.resetTestingModule();
    const backend = await signedIn([JobDraftStore, PeopleFileStore]);
    const store = TestBed.inject(PeopleFileStore);
    store.read('mail\nann@fabrikam.example\nwho@nowhere.example', 'wave.csv');
    TestBed.tick();
    const people = [
      {
        id: IDS[0],
        displayName: 'Ann',
        mail: 'ann@fabrikam.example',
        sourceMail: 'ann@contoso.example',
        identityMapping: IdentityMapping.Completed,
        activeJob: null,
      },
    ];
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/people:lookup`, {
      value: [
        { name: 'ann@fabrikam.example', people },
        { name: 'who@nowhere.example', people: [] },
      ],
    });
    expect(store.people()).toEqual([IDS[0]]);
    expect(store.open().map(({ row, fault }) => [row.line, fault?.kind])).toEqual([[3, 'unknown']]);
    store.leaveOutOpen();
    expect([store.open().length, store.leftOut().length]).toEqual([0, 1]);
  });
});

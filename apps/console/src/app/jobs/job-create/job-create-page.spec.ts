import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { IdentityMapping, type MatchedPerson, Workload } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, CONTOSO, FABRIKAM } from '../../../testing/jobs';
import type { JobCreateStep } from './job-create-step';
import { JobCreatePage } from './job-create-page';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const ANN: MatchedPerson = {
  id: '22222222-0000-4000-8000-000000000001',
  displayName: 'Ann Lee',
  mail: 'ann@fabrikam.example',
  sourceMail: 'ann@contoso.example',
  identityMapping: IdentityMapping.Completed,
  activeJob: null,
};

describe('The flow of a new job', () => {
  let backend: ConsoleBackend;
  let fixture: ComponentFixture<JobCreatePage>;
  let page: HTMLElement;

  const open = async (canWrite = true) => {
    backend = await signedIn([provideRouter([{ path: '**', children: [] }])], canWrite);
    fixture = TestBed.createComponent(JobCreatePage);
    page = fixture.nativeElement;
    document.body.append(page);
    await fixture.whenStable();
    if (!canWrite) return;
    await backend.answer('/api/v1/tenants', {
      value: [
        { id: CONTOSO, displayName: 'Contoso', defaultDomain: 'contoso.example', kind: 'sandbox' },
        { id: FABRIKAM, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example', kind: 'sandbox' },
      ],
    });
  };
  const answerEndpoints = () =>
    backend.answer(`/api/v1/tenants/${FABRIKAM}/endpoints`, {
      value: [{ name: 'contoso-endpoint', sourceTenantId: CONTOSO }],
    });
  /** What the router does when the address says another step. */
  const go = async (step: JobCreateStep) => {
    fixture.componentRef.setInput('step', step);
    await fixture.whenStable();
  };
  const press = async (name: string) => {
    const button = [...page.querySelectorAll('button')].find((candidate) => candidate.textContent?.includes(name));
    if (button === undefined) throw new Error(`There is no button "${name}".`);
    button.click();
    await settle();
    await fixture.whenStable();
  };
  const control = <T extends HTMLElement>(id: string): T => {
    const found = page.querySelector<T>(`#${id}`);
    if (found === null) throw new Error(`There is no #${id}.`);
    return found;
  };
  const readAnn = async (text = ANN.mail) => {
    control<HTMLTextAreaElement>('people-list').value = text;
    await press('Read the list');
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/people:lookup`, { value: [{ name: ANN.mail, people: [ANN] }] });
    await fixture.whenStable();
  };

  beforeEach(() => localStorage.clear());
  afterEach(() => page.remove());

  it('says what is to mend when somebody wants to go on, and leads there', async () => {
    await open();
    await press('Next: What');
    const summary = control('fault-summary');
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('Choose at least one person.');
    summary.querySelector('a')?.click();
    await fixture.whenStable();
    await settle();
    expect(document.activeElement).toBe(control('people'));
  });

  it('goes on to the next step, whose heading gets the focus', async () => {
    await open();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await readAnn();
    await press('Next: What');
    expect(navigate).toHaveBeenCalledWith(['/jobs/new'], { queryParams: { step: 'content' } });
    await go('content');
    expect(document.activeElement?.textContent).toBe('What moves, and from where');
  });

  it('chooses the source and its endpoint when there is only one, and explains what a failed mailbox means', async () => {
    await open();
    await answerEndpoints();
    await go('content');
    expect(control<HTMLSelectElement>('sourceTenantId').value).toBe(CONTOSO);
    expect(control<HTMLSelectElement>('sourceEndpoint').value).toBe('contoso-endpoint');
    expect(page.textContent).toContain('This has nowhere to go then, and fails too: Meeting.');
    page.querySelectorAll<HTMLInputElement>('mat-checkbox input')[1]?.click();
    await fixture.whenStable();
    expect(page.textContent).toContain('Meeting needs Teams.');
  });

  it('checks everybody before anything is created, and leaves out whom somebody chooses', async () => {
    await open();
    await answerEndpoints();
    await readAnn();
    await go('checks');
    const finding = { personId: ANN.id, service: Workload.Teams, check: 'licence', code: 'CTTM-005', message: 'm' };
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/preflight`, {
      id: 'r',
      createdDateTime: new Date(),
      previousDateTime: null,
      people: 1,
      ready: 0,
      checks: [],
      findings: [{ ...finding, evidence: 'Seen at Fabrikam.', change: 'new' }],
      gone: [],
      comparison: { new: 1, unchanged: 0, gone: 0 },
    });
    await fixture.whenStable();
    expect(page.textContent).toContain('Ann Lee');
    expect(page.textContent).toContain('Seen at Fabrikam.');
    await press('Leave out 1 person');
    expect(page.textContent).toContain('Take back');
    expect(page.querySelector('.foot')?.textContent).toContain('0 people');
  });

  it('creates the job that the review shows', async () => {
    await open();
    await answerEndpoints();
    await readAnn();
    await go('plan');
    const name = control<HTMLInputElement>('displayName');
    name.value = ' wave-01 ';
    name.dispatchEvent(new Event('input'));
    await go('review');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const shown = page.querySelector('pre')?.textContent ?? '';
    await press('Create job');
    const request = backend.http.expectOne(JOBS);
    expect(shown).toContain(JSON.stringify(request.request.body, null, 2));
    expect(request.request.body).toEqual({
      '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
      displayName: 'wave-01',
      sourceTenantId: CONTOSO,
      completeAfterDateTime: expect.stringMatching(/^\d{4}-.*Z$/),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      workloads: expect.arrayContaining(Object.values(Workload)),
      resourceType: 'Users',
      resources: [ANN.id],
    });
    request.flush(JSON.parse(JSON.stringify(aJob({ id: 'j1' }))), { status: 201, statusText: 'Created' });
    await settle();
    await backend.answer(`${JOBS}/j1/validate`, aJob({ id: 'j1' }));
    expect(navigate).toHaveBeenCalledWith(['/jobs', 'j1']);
  });

  it('is there again after a reload, and says so', async () => {
    await open();
    await readAnn();
    page.remove();
    TestBed.resetTestingModule();
    await open();
    expect(page.textContent).toContain('This is the draft of');
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/people:lookup`, { value: [{ name: ANN.mail, people: [ANN] }] });
    await fixture.whenStable();
    expect(page.textContent).toContain('1 person found');
  });

  it('tells somebody who may only read why there is nothing to write', async () => {
    await open(false);
    expect(page.textContent).toContain('You may look at jobs, but not create any');
    expect(page.querySelector('ferry-stepper')).toBeNull();
  });
});

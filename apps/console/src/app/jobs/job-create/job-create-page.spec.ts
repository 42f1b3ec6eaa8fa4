import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type Person, Workload } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { CONTOSO, FABRIKAM } from '../../../testing/jobs';
import { JobCreatePage } from './job-create-page';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const ANN: Person = {
  id: '22222222-0000-4000-8000-000000000001',
  displayName: 'Ann Lee',
  mail: 'ann@fabrikam.example',
  sourceMail: 'ann@contoso.example',
};

describe('The page of a new job', () => {
  let backend: ConsoleBackend;
  let fixture: ComponentFixture<JobCreatePage>;
  let page: HTMLElement;

  /** The control that a label names, as a person or a screen reader finds it. */
  const labelled = <T extends HTMLElement>(text: string): T => {
    const label = [...page.querySelectorAll('label')].find((candidate) =>
      candidate.textContent?.trim().startsWith(text),
    );
    const control = label?.htmlFor ? page.querySelector<T>(`#${label.htmlFor}`) : label?.querySelector<T>('input');
    if (!control) throw new Error(`Nothing is labelled "${text}".`);
    return control;
  };
  const type = async (label: string, value: string) => {
    const control = labelled<HTMLInputElement>(label);
    control.value = value;
    control.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const create = async () => {
    const submit = [...page.querySelectorAll('button')].find((button) => button.textContent?.includes('Create job'));
    submit?.click();
    await settle();
    await fixture.whenStable();
  };
  const addByList = async (text: string) => {
    const press = (name: string) =>
      [...page.querySelectorAll('button')].find((b) => b.textContent?.includes(name))?.click();
    press('Paste a list');
    await fixture.whenStable();
    labelled<HTMLTextAreaElement>('Object ids or addresses').value = text;
    press('Add to the job');
    await fixture.whenStable();
  };

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn();
    fixture = TestBed.createComponent(JobCreatePage);
    page = fixture.nativeElement;
    document.body.append(page);
    backend.http.expectOne('/api/v1/tenants').flush({
      value: [
        { id: CONTOSO, displayName: 'Contoso', defaultDomain: 'contoso.example', kind: 'sandbox' },
        { id: FABRIKAM, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example', kind: 'sandbox' },
      ],
    });
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/endpoints`, {
      value: [{ name: 'contoso-endpoint', sourceTenantId: CONTOSO }],
    });
    await backend.answer(`/api/v1/tenants/${FABRIKAM}/people`, { value: [ANN] });
    await fixture.whenStable();
  });

  afterEach(() => page.remove());

  it('is filled in as far as there is only one choice', () => {
    expect(labelled<HTMLSelectElement>('Source tenant').value).toBe(CONTOSO);
    expect(labelled<HTMLSelectElement>('Migration endpoint').value).toBe('contoso-endpoint');
    expect(labelled<HTMLInputElement>('Target delivery domain').value).toBe('fabrikam.example');
  });

  it('says nothing of faults before somebody tries, then all of them, and goes to the first', async () => {
    expect(page.textContent).not.toContain('Give the job a name.');
    await create();
    expect(page.textContent).toContain('Give the job a name.');
    expect(page.textContent).toContain('Choose at least one person.');
    expect(document.activeElement).toBe(labelled('Name'));
    expect(labelled('Name').getAttribute('aria-invalid')).toBe('true');
  });

  it('explains that meetings need chats and mail', async () => {
    labelled<HTMLInputElement>('Teams').click();
    await fixture.whenStable();
    expect(page.textContent).toContain('Meeting needs Teams.');
  });

  it('sends the body that the contract asks for, and goes to the page of the job', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await type('Name', ' wave-01 ');
    await addByList('ann@contoso.example');
    await create();
    const request = backend.http.expectOne(JOBS);
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
    request.flush({ id: 'j1' }, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/jobs', 'j1']);
  });

  it("shows the service's faults at their fields until they are changed", async () => {
    await type('Name', 'wave-01');
    await addByList(ANN.id);
    await create();
    const details = [{ code: 'nameInUse', message: 'The name is taken.', target: 'displayName' }];
    await backend.answer(JOBS, { error: { code: 'invalidRequest', message: 'Refused.', details } }, 422);
    await fixture.whenStable();
    expect(page.textContent).toContain('The name is taken.');
    await type('Name', 'wave-02');
    expect(page.textContent).not.toContain('The name is taken.');
  });

  it('shows above the form what belongs to no field', async () => {
    await type('Name', 'wave-01');
    await addByList(ANN.id);
    await create();
    await backend.answer(JOBS, { error: { code: 'tooManyPeople', message: '2,000 people at most.' } }, 422);
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('2,000 people at most.');
  });
});

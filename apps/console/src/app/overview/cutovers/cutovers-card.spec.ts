import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Cutover, JobStatus } from '@ferry/contracts';
import { aJob, NOW } from '../../../testing/jobs';
import { cutoverReadiness } from './cutover-readiness';
import { CutoversCard } from './cutovers-card';

const cutover = (status: JobStatus, part: Partial<Cutover> = {}): Cutover => ({
  job: aJob({ status }),
  people: 40,
  syncedPeople: 28,
  awaitsApproval: false,
  ...part,
});

describe('CutoversCard', () => {
  const show = async (cutovers: readonly Cutover[]) => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(CutoversCard);
    fixture.componentRef.setInput('now', NOW);
    fixture.componentRef.setInput('cutovers', cutovers);
    fixture.componentRef.setInput('days', [{ startDateTime: new Date('2026-11-27T00:00:00Z'), jobs: 2 }]);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('has a calendar of fourteen days in UTC that begins today', async () => {
    const days = [...(await show([])).querySelectorAll('ol li .visually-hidden')].map((day) => day.textContent);
    expect(days).toHaveLength(14);
    expect(days[0]).toBe('Mon 23 Nov, today: no cutover');
    expect(days[4]).toBe('Fri 27 Nov: 2 cutovers');
    expect(days[13]).toBe('Sun 6 Dec: no cutover');
  });

  it('tells when a job may be cut over, how soon that is, and how ready it is', async () => {
    const [line] = [...(await show([cutover(JobStatus.InProgress)])).querySelectorAll('ul li')];
    const text = line?.textContent?.replace(/\s+/g, ' ');
    expect(text).toContain('Fri 27 Nov09:41 UTC');
    expect(text).toContain('40 people · 28 synced');
    expect(text).toContain('in 4 d');
  });

  it('says that there is none', async () => {
    expect((await show([])).textContent).toContain('No cutover in the next 14 days');
  });

  it.each([
    [JobStatus.AdminActionRequired, {}, '28 synced'],
    [JobStatus.ValidatePassed, {}, 'validated'],
    [JobStatus.Submitted, { awaitsApproval: true }, 'waits for approval'],
  ] as const)('says of a job that is %s how ready it is', (status, part, text) => {
    expect(cutoverReadiness(cutover(status, part))).toBe(text);
  });
});

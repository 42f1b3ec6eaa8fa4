import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type ConsoleBackend, signedIn } from '../../../../testing/console-backend';
import { settle } from '../../../../testing/event-streams';
import { anEvent } from '../../../../testing/jobs';
import { JobEvents } from './job-events';

@Component({
  imports: [JobEvents],
  template: '<ferry-job-events jobId="j1" [events]="events()" [hasEarlier]="true" (earlier)="asked.push(true)" />',
})
class Page {
  readonly events = signal([anEvent(2, { cause: 'second' }), anEvent(1, { cause: 'first' })]);
  readonly asked: boolean[] = [];
}

describe('JobEvents', () => {
  let backend: ConsoleBackend;
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  let host: Page;

  const open = async (address: string) => {
    host = await harness.navigateByUrl(address, Page);
    page = harness.fixture.nativeElement;
    await show();
  };
  const show = async () => {
    await settle();
    await harness.fixture.whenStable();
  };
  const lines = () => [...page.querySelectorAll('li')].length;
  const button = (text: string) => [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text));
  const write = async (label: string, text: string) => {
    const field = [...page.querySelectorAll('label')].find((one) => one.textContent.includes(label));
    const control = field?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!control) throw new Error(`There is no field ${label}.`);
    control.value = text;
    control.dispatchEvent(new Event('change'));
    await show();
  };

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([provideRouter([{ path: '**', component: Page }])]);
    harness = await RouterTestingHarness.create();
  });
  afterEach(() => backend.http.verify());

  it('shows the events that the job tells, and asks nobody', async () => {
    await open('/job');
    expect(lines()).toBe(2);
    button('Show earlier')?.click();
    expect(host.asked).toEqual([true]);
  });

  it('writes what is asked for into the address, and shows what the service finds', async () => {
    await open('/job?sort=name');
    await write('Who asked', ' ann ');
    expect(TestBed.inject(Router).url).toBe('/job?sort=name&actor=ann');
    expect(page.querySelector('ferry-skeleton')).not.toBeNull();
    await backend.answer('/api/v1/jobs/j1/events?actor=ann', { value: [anEvent(7)] });
    await show();
    expect(lines()).toBe(1);
  });

  it('begins with what the address says', async () => {
    await open('/job?events=person&about=bea');
    await backend.answer('/api/v1/jobs/j1/events?kind=person&about=bea', { value: [] });
    await show();
    expect(page.textContent).toContain('No event is like this.');
    expect(page.querySelector('select')?.value).toBe('person');
  });

  it('shows all events again', async () => {
    await open('/job?actor=ann');
    await backend.answer('/api/v1/jobs/j1/events?actor=ann', { value: [anEvent(7)] });
    await show();
    button('Show all events')?.click();
    await show();
    expect([TestBed.inject(Router).url, lines()]).toEqual(['/job', 2]);
  });

  it('says why the service does not tell, and asks again', async () => {
    await open('/job?actor=ann');
    const broken = { error: { code: 'broken', message: 'Broken.' } };
    await backend.answer('/api/v1/jobs/j1/events?actor=ann', broken, 503);
    await show();
    expect(page.textContent).toContain('The events cannot be read');
    button('Try again')?.click();
    await backend.answer('/api/v1/jobs/j1/events?actor=ann', { value: [anEvent(7)] });
    await show();
    expect(lines()).toBe(1);
  });
});

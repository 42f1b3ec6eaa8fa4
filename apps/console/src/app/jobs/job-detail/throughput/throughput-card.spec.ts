import { TestBed } from '@angular/core/testing';
import { JobStatus, type JobThroughput, Workload } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../../testing/console-backend';
import { aJob, aProgress } from '../../../../testing/jobs';
import { ThroughputCard } from './throughput-card';

const URL = '/api/v1/jobs/j1/throughput';
const progress = () => aProgress(aJob({ id: 'j1', status: JobStatus.InProgress }));
const throughput = (items: number): JobThroughput => ({
  intervalSeconds: 60,
  points: [
    {
      startDateTime: new Date('2026-11-23T09:00:00Z'),
      endDateTime: new Date('2026-11-23T09:01:00Z'),
      workloads: [
        { service: Workload.Exchange, items, bytes: items * 100 },
        { service: Workload.Teams, items: 60, bytes: 600 },
      ],
    },
  ],
});

describe('ThroughputCard', () => {
  let backend: ConsoleBackend;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn();
  });
  afterEach(() => TestBed.resetTestingModule());

  const show = async () => {
    const fixture = TestBed.createComponent(ThroughputCard);
    fixture.componentRef.setInput('progress', progress());
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const answer = async (body: unknown, status = 200) => {
      await backend.answer(URL, body, status);
      await fixture.whenStable();
    };
    const press = async (selector: string) => {
      page.querySelector<HTMLElement>(selector)?.click();
      await fixture.whenStable();
    };
    return { fixture, page, answer, press, text: () => page.textContent.replace(/\s+/g, ' ') };
  };

  it('says when it begins and ends, and only once where that is told by one time', async () => {
    const times = (page: HTMLElement) => page.querySelectorAll('.times time').length;
    const card = await show();
    await card.answer(throughput(120));
    expect(times(card.page)).toBe(2);
    const [point] = throughput(120).points;
    const short = { ...point, endDateTime: new Date('2026-11-23T09:00:20Z') };
    TestBed.resetTestingModule();
    backend = await signedIn();
    const other = await show();
    await other.answer({ intervalSeconds: 20, points: [short] });
    expect(times(other.page)).toBe(1);
  });

  it('waits, then draws a bar for each span, with a piece and a name for each workload', async () => {
    const card = await show();
    expect(card.page.querySelector('ferry-skeleton')).not.toBeNull();
    await card.answer(throughput(120));
    expect(card.page.querySelectorAll('.bar rect')).toHaveLength(2);
    expect(card.page.querySelector('.bar title')?.textContent).toContain('Exchange 2/s Teams 1/s');
    expect(card.page.querySelector('.bar title')?.textContent).toContain('UTC');
    expect(card.page.querySelector('[role=img]')?.getAttribute('aria-label')).toContain('3/s at most');
    expect([...card.page.querySelectorAll('.legend li')].map((entry) => entry.textContent.trim())).toEqual([
      'Exchange',
      'Teams',
      'one bar for 1 min',
    ]);
  });

  it('shows the same as a table, in items or in bytes', async () => {
    const card = await show();
    await card.answer(throughput(120));
    await card.press('button');
    const cells = () => [...card.page.querySelectorAll('tbody td')].map((cell) => cell.textContent);
    expect(cells()).toEqual(['2/s', '1/s', '3/s']);
    await card.press('input[value=bytes]');
    expect(cells()).toEqual(['200 B/s', '10 B/s', '210 B/s']);
    expect(card.page.querySelector('time')?.getAttribute('title')).toContain('09:00:00 UTC');
  });

  it('says so while nothing has moved', async () => {
    const card = await show();
    await card.answer({ intervalSeconds: 60, points: [] });
    expect(card.text()).toContain('Nothing has moved yet');
    expect(card.page.querySelector('button')).toBeNull();
  });

  it('says why it cannot be read, and reads it again', async () => {
    const card = await show();
    await card.answer({ error: { code: 'ServiceNotAvailable', message: 'Wait a moment.' } }, 503);
    expect(card.text()).toContain('The throughput cannot be read');
    await card.press('ferry-failure-notice button');
    await card.answer(throughput(60));
    expect(card.page.querySelector('ferry-failure-notice')).toBeNull();
    expect([...card.page.querySelectorAll('dd')].map((fact) => fact.textContent)).toEqual(['120 items', '2/s', '2/s']);
  });
});

import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Tenant } from '@ferry/contracts';
import { CONTOSO } from '../../../testing/jobs';
import { anEndpoint, aTenant } from '../../../testing/tenants';
import type { PreflightQuestion } from '../data/tenant-preflight-store';
import { PreflightForm } from './preflight-form';

const NORTHWIND = '33333333-3333-4333-8333-333333333333';

@Component({
  imports: [PreflightForm],
  template: `
    <ferry-preflight-form
      [sources]="sources()"
      [endpoints]="endpoints"
      [people]="people()"
      [busy]="busy()"
      (asked)="asked.push($event)"
    />
  `,
})
class Host {
  readonly sources = signal<readonly Tenant[]>([aTenant()]);
  readonly endpoints = [anEndpoint(), anEndpoint({ name: 'elsewhere', sourceTenantId: NORTHWIND })];
  readonly people = signal<string | undefined>(undefined);
  readonly busy = signal(false);
  readonly asked: PreflightQuestion[] = [];
}

describe('PreflightForm', () => {
  const show = async (arrange: (host: Host) => void = () => undefined) => {
    const fixture = TestBed.createComponent(Host);
    const host = fixture.componentInstance;
    arrange(host);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const change = async (selector: string, edit: (control: HTMLInputElement) => void, event = 'change') => {
      const control = page.querySelector<HTMLInputElement>(selector);
      if (control === null) throw new Error(`There is no ${selector}.`);
      edit(control);
      control.dispatchEvent(new Event(event));
      await fixture.whenStable();
    };
    const check = () => page.querySelector<HTMLButtonElement>('button[type="submit"]');
    return { host, page, change, check };
  };

  it('asks about everybody from the only source, by its only endpoint', async () => {
    const { host, check } = await show();
    check()?.click();
    expect(host.asked).toEqual([
      {
        sourceTenantId: CONTOSO,
        sourceEndpoint: 'contoso-endpoint',
        workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
        people: null,
      },
    ]);
  });

  it('waits for a choice between several sources, and offers the endpoints that lead there', async () => {
    const { host, page, change, check } = await show(({ sources }) =>
      sources.set([aTenant(), aTenant({ id: NORTHWIND })]),
    );
    expect(check()?.disabled).toBe(true);
    await change('#source', (select) => (select.value = NORTHWIND));
    expect([...page.querySelectorAll<HTMLOptionElement>('#endpoint option')].map(({ value }) => value)).toEqual([
      '',
      'elsewhere',
    ]);
    check()?.click();
    expect(host.asked[0]).toMatchObject({ sourceTenantId: NORTHWIND, sourceEndpoint: 'elsewhere' });
  });

  it('asks about those who were chosen elsewhere, whom one may still change', async () => {
    const { host, page, change, check } = await show(({ people }) => people.set('ann,bea'));
    expect(page.querySelector('textarea')?.value).toBe('ann\nbea');
    await change('textarea', (names) => (names.value = 'cy@fabrikam.example'), 'input');
    check()?.click();
    expect(host.asked[0]?.people).toEqual(['cy@fabrikam.example']);
  });

  it('asks nothing without a workload, without a name, or while checks are made', async () => {
    const { host, page, change, check } = await show(({ people }) => people.set(''));
    expect(check()?.disabled).toBe(true);
    host.people.set('ann');
    host.busy.set(true);
    await change('textarea', () => undefined);
    expect(check()?.disabled).toBe(true);
    host.busy.set(false);
    for (const box of page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) box.click();
    await change('textarea', () => undefined);
    expect(check()?.disabled).toBe(true);
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(host.asked).toEqual([]);
  });
});

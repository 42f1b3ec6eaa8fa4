import { TestBed } from '@angular/core/testing';
import { signedIn } from '../../testing/console-backend';
import { Navigation } from './navigation';

describe('Navigation', () => {
  const show = async (url: string, canWrite = true, toApprove = 0) => {
    sessionStorage.clear();
    await signedIn([], canWrite);
    const fixture = TestBed.createComponent(Navigation);
    fixture.componentRef.setInput('url', url);
    fixture.componentRef.setInput('toApprove', toApprove);
    await fixture.whenStable();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('li a')];
  };
  const words = (links: readonly Element[]) => links.map((link) => link.textContent?.trim());

  it('leads to every page, in the order of the work', async () => {
    expect(words(await show('/overview'))).toEqual([
      'Overview',
      'Jobs',
      'New job',
      'Approvals',
      'Tenants',
      'Audit',
      'Reports',
      'Settings',
    ]);
  });

  it.each([
    ['/overview', 'Overview'],
    ['/jobs', 'Jobs'],
    ['/jobs?status=failed', 'Jobs'],
    ['/jobs/aaaaaaaa-0000-4000-8000-000000000001?show=failed', 'Jobs'],
    ['/jobs/newest', 'Jobs'],
    ['/jobs/new', 'New job'],
    ['/jobs/new?step=people', 'New job'],
    ['/tenants/11111111-1111-4111-8111-111111111111', 'Tenants'],
    ['/settings', 'Settings'],
  ])('shows at %s that one is at %s', async (url, label) => {
    const links = await show(url);
    expect(words(links.filter((link) => link.hasAttribute('aria-current')))).toEqual([label]);
  });

  it('offers no new job to somebody who may only look', async () => {
    expect(words(await show('/jobs', false))).not.toContain('New job');
  });

  it.each([
    [1, '1', '1 migration for you to approve'],
    [99, '99', '99 migrations for you to approve'],
    [100, '99+', '100 migrations for you to approve'],
  ])('says beside the approvals that %d wait, to eyes and ears', async (count, seen, heard) => {
    const link = (await show('/overview', true, count)).find(({ textContent }) => textContent?.includes('Approvals'));
    expect(link?.querySelector('[aria-hidden].badge')?.textContent).toBe(seen);
    expect(link?.querySelector('.visually-hidden')?.textContent).toBe(`, ${heard}`);
  });
});

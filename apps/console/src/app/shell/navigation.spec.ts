import { TestBed } from '@angular/core/testing';
import { signedIn } from '../../testing/console-backend';
import { Navigation } from './navigation';

describe('Navigation', () => {
  const show = async (url: string, canWrite: boolean) => {
    sessionStorage.clear();
    await signedIn([], canWrite);
    const fixture = TestBed.createComponent(Navigation);
    fixture.componentRef.setInput('url', url);
    await fixture.whenStable();
    const links: HTMLElement[] = [...fixture.nativeElement.querySelectorAll('li a')];
    return links.map((link) => `${link.textContent?.trim()}${link.hasAttribute('aria-current') ? ' *' : ''}`);
  };

  it.each([
    ['/jobs', ['Jobs *', 'New job']],
    ['/jobs/aaaaaaaa-0000-4000-8000-000000000001?show=failed', ['Jobs *', 'New job']],
    ['/jobs/new', ['Jobs', 'New job *']],
  ])('shows at %s where one is', async (url, links) => expect(await show(url, true)).toEqual(links));

  it('offers no new job to somebody who may only look', async () => {
    expect(await show('/jobs', false)).toEqual(['Jobs *']);
  });
});

import { TestBed } from '@angular/core/testing';
import { Icon } from './icon';
import type { IconName } from './icons';

describe('Icon', () => {
  async function drawn(...names: readonly IconName[]): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(Icon);
    for (const name of names) {
      fixture.componentRef.setInput('name', name);
      await fixture.whenStable();
    }
    return fixture.nativeElement as HTMLElement;
  }

  it('draws what it is called, hidden from screen readers', async () => {
    const host = await drawn('check');
    expect(host.getAttribute('aria-hidden')).toBe('true');
    expect(host.querySelectorAll('svg.icon-tabler-check path')).not.toHaveLength(0);
  });

  it('draws the same icon as often as it is needed', async () => {
    await drawn('check');
    const again = await drawn('check');
    expect(again.querySelectorAll('svg')).toHaveLength(1);
  });

  it('becomes another one', async () => {
    const host = await drawn('check', 'x');
    expect(host.querySelectorAll('svg')).toHaveLength(1);
    expect(host.querySelector('svg.icon-tabler-x')).not.toBeNull();
  });
});

import { TestBed } from '@angular/core/testing';
import { anEvent } from '../../../../testing/jobs';
import { EventsCard } from './events-card';

describe('EventsCard', () => {
  const show = async (count: number, hasEarlier: boolean) => {
    const fixture = TestBed.createComponent(EventsCard);
    fixture.componentRef.setInput(
      'events',
      Array.from({ length: count }, (_, index) => anEvent(count - index)),
    );
    fixture.componentRef.setInput('hasEarlier', hasEarlier);
    const asked = jest.fn();
    fixture.componentInstance.earlier.subscribe(asked);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const earlier = async () => {
      page.querySelector('button')?.click();
      await fixture.whenStable();
    };
    return { page, asked, earlier, lines: () => page.querySelectorAll('li').length };
  };

  it('shows the latest ones, then those before them, and at the end nothing more to ask for', async () => {
    const card = await show(25, false);
    expect(card.lines()).toBe(20);
    await card.earlier();
    expect(card.lines()).toBe(25);
    expect(card.page.querySelector('button')).toBeNull();
    expect(card.asked).not.toHaveBeenCalled();
  });

  it('asks for earlier ones once those that are known are shown', async () => {
    const card = await show(30, true);
    await card.earlier();
    expect(card.asked).toHaveBeenCalledTimes(1);
  });
});

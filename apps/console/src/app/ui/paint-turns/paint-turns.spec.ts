import { Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PaintTurns } from './paint-turns';

const there = signal(false);

@Component({ template: '@if (there()) { @for (part of parts(); track part) { {{ part }} } }' })
class Page {
  readonly there = there;
  readonly turns = new PaintTurns(2, there);
  readonly parts = computed(() => [0, 1, 2].filter((turn) => this.turns.reached(turn)));
}

describe('PaintTurns', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    there.set(false);
  });
  afterEach(() => jest.useRealTimers());

  function open() {
    const fixture = TestBed.createComponent(Page);
    const shown = () => {
      TestBed.tick();
      return (fixture.nativeElement as HTMLElement).textContent.trim().split(/\s+/).join(' ');
    };
    return { shown, destroy: () => fixture.destroy() };
  }

  it('lets one part more be there after each paint', () => {
    const { shown } = open();
    there.set(true);
    expect(shown()).toBe('0');
    jest.runOnlyPendingTimers();
    expect(shown()).toBe('0 1');
    jest.runOnlyPendingTimers();
    expect(shown()).toBe('0 1 2');
  });

  it('waits for something to paint, and begins anew after it was gone', () => {
    const { shown } = open();
    jest.runOnlyPendingTimers();
    there.set(true);
    expect(shown()).toBe('0');
    jest.runAllTimers();
    shown();
    there.set(false);
    expect(shown()).toBe('');
    there.set(true);
    expect(shown()).toBe('0');
  });

  it('is over with the page', () => {
    const { shown, destroy } = open();
    there.set(true);
    shown();
    destroy();
    expect(jest.getTimerCount()).toBe(0);
  });
});

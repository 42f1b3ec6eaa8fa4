import { TestBed } from '@angular/core/testing';
import { ServiceClock } from './service-clock';

const START = new Date('2026-11-23T09:41:00Z');

describe('ServiceClock', () => {
  let clock: ServiceClock;

  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    clock = TestBed.inject(ServiceClock);
  });
  afterEach(() => jest.useRealTimers());

  it('ticks every second', () => {
    jest.advanceTimersByTime(3000);
    expect(clock.now()).toEqual(new Date('2026-11-23T09:41:03Z'));
  });

  it('runs ahead with the clock of a sandbox', () => {
    clock.set(new Date('2026-11-23T10:41:00Z'));
    expect(clock.now()).toEqual(new Date('2026-11-23T10:41:00Z'));
  });

  it('jumps ahead when something has happened that would lie in the future', () => {
    clock.observe(new Date('2026-11-30T09:41:00Z'));
    expect(clock.now()).toEqual(new Date('2026-11-30T09:41:00Z'));
    clock.observe(START);
    expect(clock.now()).toEqual(new Date('2026-11-30T09:41:00Z'));
  });
});

import { computed, DestroyRef, inject, Service, signal } from '@angular/core';

const TICK_MILLISECONDS = 1000;

/**
 * The one timer of the console: what time the service thinks it is, to the second. A sandbox may run ahead of real
 * time, so nothing else in the console asks the browser for the time.
 */
@Service()
export class ServiceClock {
  private readonly realTime = signal(Date.now());
  private readonly aheadMilliseconds = signal(0);

  readonly now = computed(() => new Date(this.realTime() + this.aheadMilliseconds()));

  constructor() {
    const timer = setInterval(() => this.realTime.set(Date.now()), TICK_MILLISECONDS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Takes over what time it is for the service, which also heals a browser whose own clock is wrong. */
  set(now: Date): void {
    this.aheadMilliseconds.set(now.getTime() - Date.now());
  }

  /** Hears of something that has happened: the clock of the service, moved ahead meanwhile, cannot be before that. */
  observe(past: Date): void {
    const ahead = past.getTime() - Date.now();
    if (ahead > this.aheadMilliseconds() + TICK_MILLISECONDS) this.aheadMilliseconds.set(ahead);
  }
}

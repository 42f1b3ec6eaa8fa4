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

  /** Takes over how far the service's clock is ahead of real time. */
  runAhead(seconds: number): void {
    this.aheadMilliseconds.set(seconds * 1000);
  }

  /** Hears of a moment that lies in the past of the service: its clock cannot be behind that. */
  observe(past: Date): void {
    const ahead = past.getTime() - Date.now();
    if (ahead > this.aheadMilliseconds() + TICK_MILLISECONDS) this.aheadMilliseconds.set(ahead);
  }
}

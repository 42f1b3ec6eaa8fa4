import { DestroyRef, inject, Service, signal } from '@angular/core';
import { ServiceClock } from '../clock/service-clock';
import type { ServiceError } from '../http/service-error';
import { backOff } from './back-off';

/** How the console and the service stand: it answers, it does not, or it has asked to wait. */
export type Contact = 'reached' | 'lost' | 'throttled';

const READY = '/health/ready';
const TOO_MANY_REQUESTS = 429;
/** A gateway that gets no answer, or a service that cannot work. */
const UNREACHABLE = [502, 503, 504];
/** Without a `Retry-After`, in seconds. */
const USUAL_WAIT = 10;
/** Who is lost again so soon after a return has not really returned, and is asked ever more rarely. */
const SAME_TROUBLE_MILLISECONDS = 60_000;

/** Whether a request may succeed later without anybody doing anything. */
export function isPassing({ status, code }: Pick<ServiceError, 'status' | 'code'>): boolean {
  return status === TOO_MANY_REQUESTS || UNREACHABLE.includes(status) || code === 'noAnswer';
}

/**
 * Whether the service answers. Every request and every stream reports here; once one of them got no answer, this asks
 * for the service's readiness until it returns, and then tells everybody (`returns`), so that what failed is read again.
 */
@Service()
export class ServiceContact {
  private readonly clock = inject(ServiceClock);
  private readonly current = signal<Contact>('reached');
  private readonly until = signal<Date | null>(null);
  private readonly returned = signal(0);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private lastReturn = 0;

  readonly state = this.current.asReadonly();
  /** Until when the service has asked to wait, by its own clock; null when it has not. */
  readonly pausedUntil = this.until.asReadonly();
  /** How often the service has come back: a change says that what failed may be tried again. */
  readonly returns = this.returned.asReadonly();

  constructor() {
    const ask = () => this.current() === 'lost' && void this.probe();
    window.addEventListener('online', ask);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', ask);
      clearTimeout(this.timer);
    });
  }

  /** Something was answered. What a throttled service still answers ends no wait. */
  answered(): void {
    if (this.current() === 'lost') this.comeBack();
  }

  /** Something was refused; only what passes by itself matters here. */
  refused(error: Pick<ServiceError, 'status' | 'code' | 'retryAfterSeconds'>): void {
    if (!isPassing(error)) return;
    if (error.status === TOO_MANY_REQUESTS) this.waitFor(error.retryAfterSeconds ?? USUAL_WAIT);
    else if (this.current() === 'reached') this.lose();
  }

  private waitFor(seconds: number): void {
    const until = new Date(this.clock.now().getTime() + seconds * 1000);
    const known = this.until();
    if (known !== null && known >= until) return;
    clearTimeout(this.timer);
    this.until.set(until);
    this.current.set('throttled');
    this.timer = setTimeout(() => this.comeBack(), seconds * 1000);
  }

  private lose(): void {
    if (performance.now() - this.lastReturn > SAME_TROUBLE_MILLISECONDS) this.failures = 0;
    this.current.set('lost');
    this.askLater();
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.probe(), backOff(this.failures, Math.random()));
    this.failures += 1;
  }

  private async probe(): Promise<void> {
    const isReady = await fetch(READY, { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (this.current() !== 'lost') return;
    if (isReady) this.comeBack();
    else this.askLater();
  }

  private comeBack(): void {
    clearTimeout(this.timer);
    this.until.set(null);
    this.current.set('reached');
    this.lastReturn = performance.now();
    this.returned.update((count) => count + 1);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceClock } from '../clock/service-clock';
import type { Endpoint } from './endpoint';
import { type EndpointRates, secondsFor } from './endpoint-limits';
import type { EndpointsRepository } from './endpoints.repository';

/** What limits one slice: the pace of its endpoint, and its own time. */
export interface PaceLimits {
  readonly rates: EndpointRates;
  /** Milliseconds that are left of the slice; 0 when it is over. */
  readonly remainingMs: () => number;
  readonly signal: AbortSignal;
}

/**
 * The pace of one slice. Before each batch it takes the room that it needs at the endpoint, and waits for it as long as
 * the slice lasts. A batch may begin when the time of the one before is over, whichever process copied that: in any T
 * seconds at most as much as T seconds allow, and one batch, begin to be copied.
 */
export class EndpointPace {
  private next: Date | null = null;
  private begun = 0;

  constructor(
    private readonly endpoints: EndpointsRepository,
    private readonly endpoint: Endpoint,
    private readonly clock: ServiceClock,
    private readonly limits: PaceLimits,
  ) {}

  /** When to ask again, after the slice ended because there was no room in its time; null when it ended otherwise. */
  get roomAt(): Date | null {
    return this.next;
  }

  /** Whether anything could be copied in this slice. */
  get moved(): boolean {
    return this.begun > 0;
  }

  /** Waits for the room of a batch and takes it; false when it would come too late for this slice. */
  async take(items: number, bytes: number): Promise<boolean> {
    const { rates, remainingMs, signal } = this.limits;
    const seconds = secondsFor({ items, bytes }, rates);
    for (;;) {
      signal.throwIfAborted();
      const next = await this.endpoints.takeRoom(this.endpoint, seconds, this.clock.now());
      if (!next) {
        this.begun += 1;
        return true;
      }
      const waitMs = Math.max(next.getTime() - this.clock.now().getTime(), 1);
      if (waitMs > remainingMs()) {
        this.next = next;
        return false;
      }
      await delay(waitMs, undefined, { signal });
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Clock } from '@ferry/domain';

/**
 * The one clock of the service: real time, plus what a rehearsal moved it ahead by. Everything that decides by time asks
 * it; only tokens, certificates and log lines live in real time.
 */
@Injectable()
export class ServiceClock implements Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** How far the clock is ahead of real time, in milliseconds. */
  get ahead(): number {
    return this.aheadMs;
  }

  /** Sets how far the clock is ahead of real time; it never goes back. */
  setAhead(milliseconds: number): void {
    this.aheadMs = Math.max(this.aheadMs, milliseconds);
  }
}

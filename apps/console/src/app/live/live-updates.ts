import { computed, inject, Service, type Signal, signal } from '@angular/core';
import { ServiceContact } from './service-contact';

export type LiveState = 'connecting' | 'live' | 'waiting' | 'paused' | 'gone';

/** A stream that can be stopped and followed again. */
export interface Pausable {
  readonly state: Signal<LiveState>;
  pause(): void;
  resume(): void;
}

/** How the page that is open stands to what happens: nothing of it changes by itself, it follows, or it cannot. */
export type LiveSituation = 'still' | 'live' | 'paused' | 'reconnecting' | 'throttled';

/** Every stream of the page that is open, as one: what the header shows, and its pause button. */
@Service()
export class LiveUpdates {
  private readonly contact = inject(ServiceContact);
  private readonly streams = signal<readonly Pausable[]>([]);

  readonly pausedUntil = this.contact.pausedUntil;
  readonly situation = computed<LiveSituation>(() => {
    const contact = this.contact.state();
    if (contact === 'throttled') return 'throttled';
    if (contact === 'lost') return 'reconnecting';
    const states = this.streams().map((stream) => stream.state());
    if (states.includes('waiting')) return 'reconnecting';
    if (states.includes('paused')) return 'paused';
    return states.some((state) => state === 'live' || state === 'connecting') ? 'live' : 'still';
  });

  /** Until the function that is returned is called. */
  add(stream: Pausable): () => void {
    this.streams.update((streams) => [...streams, stream]);
    return () => this.streams.update((streams) => streams.filter((known) => known !== stream));
  }

  /** Holds for the page that is open: another page begins with what is there now, and follows it. */
  pause(): void {
    for (const stream of this.streams()) stream.pause();
  }

  /** What was missed meanwhile is caught up. */
  resume(): void {
    for (const stream of this.streams()) if (stream.state() === 'paused') stream.resume();
  }
}

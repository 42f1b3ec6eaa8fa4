import { HttpErrorResponse } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { fromBody, retryAfterOf, ServiceError, toServiceError } from '../http/service-error';
import { reviveDates } from '../http/revive-dates';
import { AccessTokenStore } from '../session/access-token-store';
import { backOff } from './back-off';
import { type LiveState, LiveUpdates } from './live-updates';
import { type ServerSentEvent, ServerSentEventParser } from './server-sent-events';
import { ServiceContact } from './service-contact';

export type { LiveState } from './live-updates';

export interface LiveHandlers<T> {
  /** The connection stands, for the first time or again. */
  readonly opened?: () => void;
  readonly message: (message: T) => void;
  /** What the stream was about, or one of many, is gone. */
  readonly deleted?: (gone: { readonly id: string }) => void;
  /** Some changes may not have been told: what is known has to be read anew. */
  readonly missed?: () => void;
}

/** What `fetch` and a broken stream throw is a TypeError that says nothing to a reader. */
const NO_ANSWER = toServiceError(new HttpErrorResponse({ status: 0 }));

/** The service pings every 20 seconds. */
const LONGEST_SILENCE_MILLISECONDS = 60_000;

/** Whose news a stream brings: those of the page that is open, or of what surrounds every page. */
export type LivePlace = 'page' | 'frame';

/**
 * A stream of server-sent JSON messages, over `fetch` because an EventSource cannot send a token. Comes back by itself
 * after a loss, and after the service has ended it because the token expired: with the token of that moment, or as soon
 * as there is one. Closes with the component or store that made it.
 */
export class LiveConnection<T> {
  private readonly tokens = inject(AccessTokenStore);
  private readonly contact = inject(ServiceContact);
  private readonly current = signal<LiveState>('connecting');
  private attempt = new AbortController();
  private failures = 0;
  private lacksToken = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  private readonly lastFailure = signal<ServiceError | null>(null);

  readonly state = this.current.asReadonly();
  /** Why there is no stream just now; null while there is one. */
  readonly failure = this.lastFailure.asReadonly();
  readonly paused = computed(() => this.current() === 'paused');

  constructor(
    private readonly url: string,
    private readonly handlers: LiveHandlers<T>,
    place: LivePlace = 'page',
  ) {
    const comeBack = () => this.current() === 'waiting' && !this.lacksToken && this.open();
    const remove = place === 'page' ? inject(LiveUpdates).add(this) : () => undefined;
    window.addEventListener('online', comeBack);
    effect(() => {
      const hasReturned = this.contact.returns() > 0;
      untracked(() => hasReturned && comeBack());
    });
    effect(() => {
      const hasToken = this.tokens.token() !== null;
      untracked(() => hasToken && this.lacksToken && this.open());
    });
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', comeBack);
      remove();
      this.close();
    });
    this.open();
  }

  pause(): void {
    this.close();
    this.current.set('paused');
  }

  resume(): void {
    this.failures = 0;
    this.open();
  }

  private close(): void {
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.lacksToken = false;
    this.attempt.abort();
  }

  private open(): void {
    this.close();
    this.attempt = new AbortController();
    this.current.set('connecting');
    void this.follow(this.attempt.signal);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    try {
      const token = this.tokens.token();
      const headers = { accept: 'text/event-stream', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
      // What is asked once and answered at once goes first: this answer never ends.
      const response = await fetch(this.url, { headers, signal, cache: 'no-store', priority: 'low' });
      if (response.status === 401) this.tokens.expire();
      if (!response.ok || response.body === null) {
        const retryAfter = retryAfterOf(response.headers.get('retry-after'));
        throw fromBody(response.status, await response.json().catch(() => null), retryAfter);
      }
      this.contact.answered();
      this.current.set('live');
      this.expectMore();
      this.handlers.opened?.();
      await this.read(response.body);
    } catch (error) {
      if (!signal.aborted) this.fail(error instanceof TypeError ? NO_ANSWER : toServiceError(error));
    }
    clearTimeout(this.silence);
    if (signal.aborted) return;
    if (this.tokens.token() === null) this.waitForToken();
    else if (this.lastFailure()?.status === 404) this.current.set('gone');
    else this.comeBackLater();
  }

  private async read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const parser = new ServerSentEventParser();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const event of parser.push(chunk.value)) this.hand(event);
    }
  }

  /** Whatever is heard proves the connection, also a ping, which has nothing else to say. */
  private hand({ type, data }: ServerSentEvent): void {
    if (type === 'error') throw new ServiceError(0, 'streamBroke', 'The service could not go on.', null, []);
    this.failures = 0;
    this.lastFailure.set(null);
    this.expectMore();
    if (type === 'message') this.handlers.message(parse(data) as T);
    if (type === 'deleted') this.handlers.deleted?.(JSON.parse(data) as { id: string });
    if (type === 'gap') this.handlers.missed?.();
  }

  /** A computer that slept, or a proxy that forgot, leaves a connection that looks alive: pings would have come. */
  private expectMore(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.open(), LONGEST_SILENCE_MILLISECONDS);
  }

  private fail(failure: ServiceError): void {
    this.lastFailure.set(failure);
    this.contact.refused(failure);
  }

  private waitForToken(): void {
    this.lacksToken = true;
    this.current.set('waiting');
  }

  private comeBackLater(): void {
    this.current.set('waiting');
    // Whoever was asked to wait is told when the time is over.
    if (this.contact.state() === 'throttled') return;
    this.retry = setTimeout(() => this.open(), backOff(this.failures, Math.random()));
    this.failures += 1;
  }
}

function parse(data: string): unknown {
  const message: unknown = JSON.parse(data);
  reviveDates(message);
  return message;
}

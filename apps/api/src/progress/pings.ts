import type { MessageEvent } from '@nestjs/common';
import { interval, last, map, merge, type Observable, share, takeUntil } from 'rxjs';

/** Proxies close connections on which nothing happens. */
export const PING_MS = 20_000;

/** Adds pings; they stop with the messages, so that the end of a stream ends the connection. */
export function withPings(messages: Observable<MessageEvent>): Observable<MessageEvent> {
  const shared = messages.pipe(share());
  const pings = interval(PING_MS).pipe(
    map((): MessageEvent => ({ type: 'ping', data: '' })),
    takeUntil(shared.pipe(last(null, null))),
  );
  return merge(shared, pings);
}

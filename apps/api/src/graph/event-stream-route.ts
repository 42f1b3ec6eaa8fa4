import type { IncomingMessage } from 'node:http';
import { covers, mediaRangesOf } from './media-ranges';

const EVENT_STREAM = 'text/event-stream';
const JSON_TYPE = 'application/json';

/**
 * Whether a client would rather follow than read a page: it names event streams before anything that JSON is. Whoever
 * accepts everything gets the page.
 */
export function wantsEventStream(accept: string | undefined): boolean {
  const best = mediaRangesOf(accept).find((range) => range.type === EVENT_STREAM || covers(range, JSON_TYPE));
  return best?.type === EVENT_STREAM;
}

/** Handlers of one address that read it by page and those that follow it are told apart by this constraint. */
export const EVENT_STREAM_ROUTE = { accept: EVENT_STREAM } as const;

/** How the router tells them apart; it is asked of the addresses that have such a handler only. */
export const acceptConstraint = {
  name: 'accept',
  storage: <Handler>() => {
    const handlers = new Map<string, Handler>();
    return {
      get: (type: string): Handler | null => handlers.get(type) ?? null,
      set: (type: string, handler: Handler): void => void handlers.set(type, handler),
    };
  },
  validate: (): boolean => true,
  deriveConstraint: ({ headers }: Pick<IncomingMessage, 'headers'>): string =>
    wantsEventStream(headers.accept) ? EVENT_STREAM : JSON_TYPE,
};

import { setImmediate as nextTurn } from 'node:timers/promises';

/** A stream that the code under test opened; the spec plays the service. */
export interface OpenStream {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly aborted: () => boolean;
  send(message: unknown, type?: string): Promise<void>;
  end(): Promise<void>;
}

/** Lets what waits for a promise or a stream go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

/** Puts the spec where the network is: every `fetch` becomes a stream that the spec feeds, or an answer that refuses. */
export class EventStreams {
  readonly opened: OpenStream[] = [];
  /** The status that the next streams are refused with; 200 opens them. */
  status = 200;
  /** Sent with a refusal, such as `Retry-After`. */
  headers: Record<string, string> = {};

  constructor() {
    Object.assign(globalThis, { fetch: (url: string, options: RequestInit) => this.open(url, options) });
  }

  get latest(): OpenStream {
    const stream = this.opened.at(-1);
    if (stream === undefined) throw new Error('No stream was opened.');
    return stream;
  }

  private async open(url: string, { headers, signal }: RequestInit): Promise<unknown> {
    if (url === '/health/ready') return { ok: this.status === 200 };
    if (this.status !== 200) {
      const error = { code: 'refused', message: 'Refused.' };
      return {
        status: this.status,
        ok: false,
        body: {},
        headers: new Headers(this.headers),
        json: async () => ({ error }),
      };
    }
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) });
    const write = (text: string) => feed?.enqueue(new TextEncoder().encode(text));
    this.opened.push({
      url,
      authorization: new Map(Object.entries(headers ?? {})).get('authorization'),
      aborted: () => signal?.aborted ?? false,
      send: async (message, type) => {
        write(`${type === undefined ? '' : `event: ${type}\n`}data: ${JSON.stringify(message)}\n\n`);
        await settle();
      },
      end: async () => {
        feed?.close();
        await settle();
      },
    });
    return { status: 200, ok: true, body };
  }
}

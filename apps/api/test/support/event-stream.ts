/** One server-sent event. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
  /** What a client that comes back names as the last one it has read. */
  readonly id: string | null;
}

/** What a browser's `EventSource` does, for one connection: reads events as they come (HTML standard, section 9.2). */
export class EventStream {
  private buffered = '';
  private readonly decoder = new TextDecoder();

  private constructor(
    readonly response: Response,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly abort: AbortController,
  ) {}

  /** Opens a stream; it is there once the server has answered with its headers. */
  static async open(url: string, token: string, more: Readonly<Record<string, string>> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...more };
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`No stream: ${response.status}`);
    return new EventStream(response, response.body.getReader(), abort);
  }

  /** The next event that says something; null when the server has ended the stream. */
  async next(): Promise<ServerSentEvent | null> {
    for (;;) {
      const end = this.buffered.indexOf('\n\n');
      if (end === -1) {
        const { done, value } = await this.reader.read();
        if (done) return null;
        this.buffered += this.decoder.decode(value, { stream: true });
        continue;
      }
      const event = parse(this.buffered.slice(0, end));
      this.buffered = this.buffered.slice(end + 2);
      if (event.data !== '') return event;
    }
  }

  /** The data of the next event, read as JSON. */
  async json(): Promise<unknown> {
    const event = await this.next();
    if (event === null) throw new Error('The stream has ended.');
    return JSON.parse(event.data);
  }

  close(): void {
    this.abort.abort();
  }
}

function parse(block: string): ServerSentEvent {
  const lines = block.split('\n');
  const valueOf = (field: string) =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  return { type: valueOf('event')[0] ?? 'message', data: valueOf('data').join('\n'), id: valueOf('id')[0] ?? null };
}

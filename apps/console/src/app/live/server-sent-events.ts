/** One message of an event stream. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

/**
 * Reads `text/event-stream` as the HTML standard interprets it (section 9.2.6): feed it decoded text in pieces of any
 * size, get the messages that are complete. Comments keep a connection alive and say nothing; `id` and `retry` are
 * not used by our service, whose first message after a reconnect tells everything.
 */
export class ServerSentEventParser {
  private rest = '';
  private type = '';
  private data: string[] = [];

  push(text: string): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    this.rest += text;
    // A carriage return at the very end may be the first half of CR LF: it stays until the next piece tells.
    for (let end = this.lineEnd(); end !== null; end = this.lineEnd()) {
      const line = this.rest.slice(0, end.start);
      this.rest = this.rest.slice(end.stop);
      const event = this.readLine(line);
      if (event) events.push(event);
    }
    return events;
  }

  private lineEnd(): { start: number; stop: number } | null {
    const match = /\r\n|\n|\r(?!$)/.exec(this.rest);
    return match ? { start: match.index, stop: match.index + match[0].length } : null;
  }

  private readLine(line: string): ServerSentEvent | null {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.type = value;
    return null;
  }

  private dispatch(): ServerSentEvent | null {
    const event = this.data.length === 0 ? null : { type: this.type || 'message', data: this.data.join('\n') };
    this.type = '';
    this.data = [];
    return event;
  }
}

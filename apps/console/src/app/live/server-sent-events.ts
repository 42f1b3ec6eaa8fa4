/** One message of an event stream. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

const LINE_END = /\r\n|\n|\r/;

/**
 * Reads `text/event-stream` as the HTML standard interprets it (section 9.2.6): feed it decoded text in pieces of any
 * size, get the messages that are complete. Comments keep a connection alive and say nothing; `id` and `retry` are
 * not used by our service, whose first message after a reconnect tells everything.
 */
export class ServerSentEventParser {
  private line = '';
  private held = '';
  private type = '';
  private data: string[] = [];

  push(text: string): ServerSentEvent[] {
    const piece = this.held + text;
    // A carriage return at the very end may be the first half of CR LF: it stays until the next piece tells.
    this.held = piece.endsWith('\r') ? '\r' : '';
    const [rest = '', ...begun] = piece.slice(0, piece.length - this.held.length).split(LINE_END);
    const events: ServerSentEvent[] = [];
    // What came before is not looked through again: a line of some megabytes comes in a hundred pieces.
    this.line += rest;
    for (const next of begun) {
      const event = this.readLine(this.line);
      if (event) events.push(event);
      this.line = next;
    }
    return events;
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

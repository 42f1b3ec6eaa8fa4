/** One message of an event stream. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

/**
 * Reads `text/event-stream` as the HTML standard interprets it (section 9.2.6), from text in pieces of any size.
 * Comments keep a connection alive and say nothing; a message that the end cuts off is dropped, as the standard says.
 */
export async function* serverSentEvents(pieces: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let type = '';
  let data: string[] = [];
  for await (const line of linesOf(pieces)) {
    if (line === '') {
      if (data.length > 0) yield { type: type || 'message', data: data.join('\n') };
      type = '';
      data = [];
      continue;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'event') type = value;
  }
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    // A carriage return at the very end may be the first half of CR LF: it stays until the next piece tells.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

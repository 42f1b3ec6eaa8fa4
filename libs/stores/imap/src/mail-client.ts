import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { type OnReadOpts, Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { AnswerStream } from './answer-stream';
import { type FetchedMessage, isFetchRow, type RawAnswer, readFetchRow } from './fetch-row';

/** A token of a server's answer, as the parser of imapflow leaves it. */
export interface AnswerToken {
  readonly type?: string;
  readonly value?: unknown;
  /** What stands in brackets: a response code and its arguments. */
  readonly section?: readonly (AnswerToken | null)[];
}

/** The tagged answer to a command; `next` lets the connection read on, and must be called. */
export interface Answer {
  readonly response: { readonly attributes?: readonly (AnswerToken | null)[] };
  next(): void;
}

/** What a command may be told while it is under way. */
export interface CommandEvents {
  /** The server has told of a message. */
  onRow?(row: FetchedMessage): void;
  /** The memory that a literal is read into; without it, each literal has its own. */
  allocate?(size: number): Buffer;
  /** The command line is on its way. */
  onSend?(): void;
  /** The server asks for what was announced (RFC 3501, section 7.5). */
  onPlusTag?(): Promise<void>;
}

type Settle = (this: MailClient, request: unknown, answer: Answer['response'], hasMore: boolean) => Promise<void>;
const { settleRequest: settle } = ImapFlow.prototype as unknown as { settleRequest: Settle };

/** A message of 1 GB is more than any mail server takes; whoever announces more is not serving mail. */
const MOST_ANSWER_BYTES = 1024 * 1024 * 1024;

/** What is read from a socket at once. */
const READ_BYTES = 256 * 1024;

/** How Exchange asks to wait, in milliseconds. */
const BACKOFF = /throttled.*Backoff Time[:=\s]+(\d+)/i;

/**
 * imapflow with what it has and does not declare: sending a command of our own, the streams that it
 * is sent and answered on, and the two places where it deals with a server that asks to wait. Its version is pinned in package.json for that reason, and the specs use each of them against a server.
 */
export class MailClient extends ImapFlow {
  declare exec: (command: string, attributes: false, events: CommandEvents) => Promise<Answer>;
  declare writeSocket: Writable;
  declare private socket: Socket;
  declare private currentRequest: { readonly options: CommandEvents } | false;
  declare private streamer: AnswerStream;
  declare private _streamerErrorHandler: (error: Error) => void;

  /** How long the server asked to be left alone, in milliseconds; 0 while it has not. */
  throttledFor = 0;

  constructor(options: ImapFlowOptions) {
    super(options);
    // Each command in flight fails by itself; without a listener the event would end the process.
    this.on('error', () => undefined);
    this.streamer = new AnswerStream(
      MOST_ANSWER_BYTES,
      (answer) => this.takesRow(answer),
      (size) => this.memoryFor(size),
    );
    this.streamer.on('error', this._streamerErrorHandler);
    if (!options.doSTARTTLS) this.options.tls = { ...options.tls, ...this.intoOneBuffer() };
  }

  /**
   * Sends the end of a message at once (RFC 9293, section 3.7.4): held back until the server has acknowledged what came
   * before, each APPEND would wait for the delay of that, some 40 ms.
   */
  sendAtOnce(): void {
    if (this.writeSocket instanceof Socket) this.writeSocket.setNoDelay(true);
  }

  /** Sees each answer before the command that it ends, to remember how long the server asks to wait. */
  settleRequest(request: unknown, answer: Answer['response'], hasMore: boolean): Promise<void> {
    const words = (answer.attributes ?? [])
      .map((token) => (typeof token?.value === 'string' ? token.value : ''))
      .join(' ');
    this.throttledFor ||= Number(BACKOFF.exec(words)?.[1] ?? 0);
    return settle.call(this, request, answer, hasMore);
  }

  /**
   * imapflow waits out a "Suggested Backoff Time" by itself, for minutes and without a word, and then tries again. Here the
   * wait belongs to whoever schedules the work, who must know of it: the command fails at once.
   */
  async throttleWait(): Promise<boolean> {
    return true;
  }

  /**
   * Has the socket read into the same buffer each time: what it makes for each chunk otherwise is most of the garbage of a
   * copy, and the bytes take fewer calls. imapflow hands the option on to the socket. Not before STARTTLS, where
   * imapflow has to see for itself that nothing came in before the encryption.
   */
  private intoOneBuffer(): { onread: OnReadOpts } {
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
    const goOn = (): void => {
      this.socket.resume();
    };
    return { onread: { buffer, callback: (bytes) => this.streamer.receive(buffer.subarray(0, bytes), goOn) } };
  }

  private memoryFor(size: number): Buffer {
    const events = this.currentRequest ? this.currentRequest.options : {};
    return events.allocate?.(size) ?? Buffer.allocUnsafe(size);
  }

  /**
   * Reads the rows of a FETCH by itself. imapflow spells out each of them as tokens, hashes and copies it, which costs more
   * than everything else that is done with a message.
   */
  private takesRow(answer: RawAnswer): boolean {
    const events = this.currentRequest ? this.currentRequest.options : {};
    if (!events.onRow || !isFetchRow(answer.text)) return false;
    const row = readFetchRow(answer);
    if (row) events.onRow(row);
    return true;
  }
}

import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { Writable } from 'node:stream';

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
  /** The command line is on its way. */
  onSend?(): void;
  /** The server asks for what was announced (RFC 3501, section 7.5). */
  onPlusTag?(): Promise<void>;
}

/**
 * imapflow with the two things that it has and does not declare: sending a command of our own, and the stream that it is
 * sent on. Its version is pinned in package.json for that reason, and the specs against a real server use both.
 */
export class MailClient extends ImapFlow {
  declare exec: (command: string, attributes: false, events: CommandEvents) => Promise<Answer>;
  declare run: (command: string, ...parameters: unknown[]) => Promise<unknown>;
  declare writeSocket: Writable;

  /** How long the server asked to be left alone, in milliseconds; 0 while it has not. */
  throttledFor = 0;
  private throttleWaits = 0;

  constructor(options: ImapFlowOptions) {
    super(options);
    // Each command in flight fails by itself; without a listener the event would end the process.
    this.on('error', () => undefined);
  }

  /**
   * imapflow waits out a "Suggested Backoff Time" by itself, for minutes and without a word. Here the wait belongs to
   * whoever schedules the work, who must know of it: the first call lets the command fail at once, and the second, which
   * a FETCH makes before it tries again, ends that.
   */
  async throttleWait(delay: number): Promise<boolean> {
    this.throttledFor += Math.max(delay, 0);
    this.throttleWaits += 1;
    return this.throttleWaits > 1;
  }
}

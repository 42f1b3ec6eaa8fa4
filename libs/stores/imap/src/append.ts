import type { Writable } from 'node:stream';
import { dateTimeOf } from './date-time';
import type { Answer, MailClient } from './mail-client';
import { encodeMailboxName, quoted } from './modified-utf7';
import type { Outgoing } from './outgoing';
import { numbersIn } from './sequence-set';

const CRLF = Buffer.from('\r\n');
/** Bytes that are worth a write to the network: each costs about as much as copying some 100 kB. */
const WRITTEN_TOGETHER = 1024 * 1024;

/** A message that is ready to be sent. */
export interface AppendedMessage {
  readonly content: Outgoing;
  readonly flags: readonly string[];
  readonly internalDate: Date;
}

/** What the server said about where it put the messages (UIDPLUS, RFC 4315). */
export interface AppendUids {
  readonly uidValidity: bigint;
  /** In the order of the messages. */
  readonly uids: Uint32Array;
}

/**
 * Writes messages by one APPEND (RFC 3501, section 6.3.11): several of them where the server has MULTIAPPEND (RFC 3502),
 * which keeps all or none. Content is sent as it is read and never more of it than the connection takes; with LITERAL+
 * (RFC 7888) without waiting for the server in between. imapflow would want each message as one buffer, and one message
 * a command.
 *
 * Throws what imapflow throws for a refused command. Answers null where the server does not tell the UIDs.
 */
export async function append(
  client: MailClient,
  mailbox: string,
  messages: readonly AppendedMessage[],
): Promise<AppendUids | null> {
  const heads = messages.map((message) => headOf(message, client));
  const transfer = new Transfer(client, messages, heads);
  const command = `APPEND ${quoted(encodeMailboxName(mailbox))} ${heads[0] ?? ''}`;
  const answering = client.exec(command, false, {
    onSend: () => transfer.begin(),
    onPlusTag: async () => transfer.goOn(),
  });
  try {
    const answer = await Promise.race([answering, transfer.failure]);
    const uids = uidsOf(answer);
    answer.next();
    return uids;
  } catch (error) {
    // The connection may have been cut by us: then its complaint about that is of no interest.
    answering.catch(() => undefined);
    throw error;
  } finally {
    await transfer.end();
  }
}

/** Sends the literals of an APPEND, each when the server is ready for it. */
class Transfer {
  /** Rejects when the content cannot be sent; never resolves. */
  readonly failure: Promise<never>;
  private fail: (reason: unknown) => void = () => undefined;
  private readonly waiting: (() => void)[] = [];
  private continuations = 0;
  private heldBack = 0;
  private isOver = false;
  private isWithinLiteral = false;
  /** The server takes whatever comes for a part of the command. */
  private isOpen = false;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: MailClient,
    private readonly messages: readonly AppendedMessage[],
    private readonly heads: readonly string[],
  ) {
    this.failure = new Promise<never>((_resolve, reject) => (this.fail = reject));
    this.failure.catch(() => undefined);
  }

  begin(): void {
    this.sending = this.sendAll().catch((reason: unknown) => {
      // Half a literal is on its way: whatever follows would be taken for the rest of it.
      this.fail(reason);
      this.client.close();
    });
  }

  /** The server is ready for the next literal. */
  goOn(): void {
    const waiter = this.waiting.shift();
    if (waiter) waiter();
    else this.continuations += 1;
  }

  /**
   * The command has ended, with the messages sent or refused; refused before its end was sent, nothing can follow it. Once
   * this resolves nobody needs their bytes any more.
   */
  async end(): Promise<void> {
    if (this.isWithinLiteral || this.isOpen || this.heldBack > 0) this.client.close();
    this.isOver = true;
    for (const waiter of this.waiting.splice(0)) waiter();
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    // Otherwise a refusal comes instead of what asks for the next literal, and ends the command by itself.
    this.isOpen = isNonSynchronizing(this.client);
    for (const [index, { content }] of this.messages.entries()) {
      if (index > 0) this.put(Buffer.from(` ${this.heads[index] ?? ''}\r\n`, 'latin1'));
      this.isWithinLiteral = isNonSynchronizing(this.client);
      if (!this.isWithinLiteral) await this.continuation();
      this.isWithinLiteral = !this.isOver;
      if (!this.isWithinLiteral) return;
      if (content.bytes) this.put(content.bytes);
      else {
        for await (const piece of content.chunks()) {
          if (this.isOver) return;
          this.put(piece);
          if (this.heldBack >= WRITTEN_TOGETHER) await this.flush();
        }
      }
      this.isWithinLiteral = false;
      if (this.heldBack >= WRITTEN_TOGETHER) await this.flush();
    }
    if (!this.isOver) await this.finish();
  }

  /** Ends the command, and waits until all of it is on its way. */
  private finish(): Promise<void> {
    this.isOpen = false;
    const { writeSocket } = this.client;
    return new Promise((resolve) => {
      if (writeSocket.destroyed) {
        resolve();
        return;
      }
      writeSocket.once('close', resolve);
      writeSocket.write(CRLF, () => {
        writeSocket.off('close', resolve);
        resolve();
      });
      this.uncork();
    });
  }

  private async continuation(): Promise<void> {
    await this.flush();
    if (this.continuations > 0) this.continuations -= 1;
    else if (!this.isOver) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Many small messages are one write to the network. */
  private put(bytes: Uint8Array): void {
    const { writeSocket } = this.client;
    if (this.isOver || writeSocket.destroyed) return;
    if (this.heldBack === 0) writeSocket.cork();
    this.heldBack += bytes.byteLength;
    writeSocket.write(bytes);
  }

  private async flush(): Promise<void> {
    this.uncork();
    const { writeSocket } = this.client;
    if (writeSocket.writableNeedDrain && !writeSocket.destroyed) await drained(writeSocket);
  }

  private uncork(): void {
    if (this.heldBack > 0) this.client.writeSocket.uncork();
    this.heldBack = 0;
  }
}

/** Waits until what was written is on its way, or the connection is gone. */
function drained(socket: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

function headOf({ content, flags, internalDate }: AppendedMessage, client: MailClient): string {
  // RFC 3516: a message with a NUL is sent as it is where the server has BINARY; others must never be, because a server
  // may encode anew what comes as binary.
  const literal8 = client.capabilities.has('BINARY') && content.hasNul ? '~' : '';
  const plus = isNonSynchronizing(client) ? '+' : '';
  return `(${flags.join(' ')}) "${dateTimeOf(internalDate)}" ${literal8}{${content.size}${plus}}`;
}

function isNonSynchronizing(client: MailClient): boolean {
  return client.capabilities.has('LITERAL+');
}

function uidsOf({ response }: Answer): AppendUids | null {
  const [code, validity, uids] = response.attributes?.[0]?.section ?? [];
  if (typeof code?.value !== 'string' || code.value.toUpperCase() !== 'APPENDUID') return null;
  const [validityText, uidText] = [String(validity?.value), String(uids?.value)];
  if (!/^\d+$/.test(validityText) || !/^[\d:,]+$/.test(uidText)) return null;
  return { uidValidity: BigInt(validityText), uids: numbersIn(uidText) };
}

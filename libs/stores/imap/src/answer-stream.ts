import { Transform, type TransformCallback } from 'node:stream';
import type { RawAnswer } from './fetch-row';

const [LF, CR, OPENING_BRACE, CLOSING_BRACE, ZERO] = [0x0a, 0x0d, 0x7b, 0x7d, 0x30];
/** A literal whose size has more digits is none. */
const MOST_DIGITS = 15;
/** Smaller chunks may share their memory with others. */
const WORTH_GIVING_BACK = 16 * 1024;

/** An answer for imapflow; nothing is read on before it calls `next`. */
export interface PushedAnswer {
  readonly payload: Buffer;
  readonly literals: readonly Buffer[];
  readonly trailingAfterLine: boolean;
  next(): void;
}

/** A server sends more than any answer may have. */
export class AnswerTooLargeError extends Error {
  readonly code = 'ResponseTooLarge';

  constructor(most: number) {
    super(`An answer of the server has more than ${most} bytes.`);
    this.name = new.target.name;
  }
}

/**
 * Cuts what a server sends into answers (RFC 3501, section 4.3): lines, with the literals that they announce. Stands in the
 * place of imapflow's own stream, and differs from it in this: what arrives is copied once, into memory of the size that is
 * announced, and an answer that `takes` is done with makes no detour through queues and promises.
 */
export class AnswerStream extends Transform {
  /** Members that imapflow reads and sets. */
  readBytesCounter = 0;
  compress = false;
  secureConnection = false;
  /** Pieces of a line that is not over yet. */
  private pieces: Buffer[] = [];
  /** The lines of an answer, as Latin-1. */
  private text = '';
  private lines = 0;
  private literals: Buffer[] = [];
  private literal: Buffer | null = null;
  private filled = 0;
  private bytes = 0;
  /** Whether there is no NUL in the chunk that is being read: looked for at once, while the processor still has it at hand. */
  private isChunkFreeOfNul = true;
  private isFreeOfNul = true;

  /** `most`: bytes that one answer may have; `allocate`: memory for a literal of so many bytes. */
  constructor(
    private readonly most: number,
    private readonly takes: (answer: RawAnswer) => boolean,
    private readonly allocate: (size: number) => Buffer = (size) => Buffer.allocUnsafe(size),
  ) {
    super({ readableObjectMode: true });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    this.begin(chunk);
    const done = (): void => {
      giveBack(chunk);
      next();
    };
    if (this.readFrom(chunk, 0, done)) done();
  }

  /**
   * Takes in a chunk that does not come through a pipe. False when the chunk must stay as it is, and no other may come,
   * until `goOn` is called.
   */
  receive(chunk: Buffer, goOn: () => void): boolean {
    this.begin(chunk);
    return this.readFrom(chunk, 0, goOn);
  }

  private begin(chunk: Buffer): void {
    this.readBytesCounter += chunk.length;
    this.isChunkFreeOfNul = !chunk.includes(0);
  }

  /** Whether the chunk was read to its end; otherwise `done` is called when it is. */
  private readFrom(chunk: Buffer, start: number, done: () => void): boolean {
    let position = start;
    try {
      while (position < chunk.length && !this.destroyed) {
        this.isFreeOfNul &&= this.isChunkFreeOfNul;
        position = this.literal ? this.fill(this.literal, chunk, position) : this.readLine(chunk, position);
        const answer = this.whole();
        if (!answer || this.takes(answer)) continue;
        this.handOn(answer, chunk, position, done);
        return false;
      }
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  }

  /** Gives an answer to imapflow, which says when the chunk may be read on behind it. */
  private handOn({ text, literals }: RawAnswer, chunk: Buffer, behind: number, done: () => void): void {
    const trailingAfterLine = behind < chunk.length || this.writableLength > chunk.length;
    const next = (): void => {
      if (this.readFrom(chunk, behind, done)) done();
    };
    this.push({ payload: Buffer.from(text, 'latin1'), literals, trailingAfterLine, next });
  }

  private readLine(chunk: Buffer, start: number): number {
    const end = chunk.indexOf(LF, start);
    const behind = end === -1 ? chunk.length : end + 1;
    this.count(behind - start);
    if (end === -1) {
      this.pieces.push(Buffer.from(chunk.subarray(start)));
      return behind;
    }
    const line =
      this.pieces.length === 0
        ? chunk.toString('latin1', start, behind)
        : Buffer.concat([...this.pieces, chunk.subarray(start, behind)]).toString('latin1');
    if (this.pieces.length > 0) this.pieces = [];
    this.text = this.lines === 0 ? line : this.text + line;
    this.lines += 1;
    const size = announcedBy(line);
    if (size !== null) {
      this.count(size);
      this.literal = this.allocate(size);
      this.filled = 0;
      if (size === 0) this.endLiteral(this.literal);
    }
    return behind;
  }

  private fill(literal: Buffer, chunk: Buffer, start: number): number {
    const copied = chunk.copy(literal, this.filled, start);
    this.filled += copied;
    if (this.filled === literal.length) this.endLiteral(literal);
    return start + copied;
  }

  private endLiteral(literal: Buffer): void {
    this.literals.push(literal);
    this.literal = null;
  }

  /** The answer whose last line has just ended, without the end of that line; null when there is none. */
  private whole(): RawAnswer | null {
    if (this.literal !== null || this.pieces.length > 0 || this.lines <= this.literals.length) return null;
    const { text, literals, isFreeOfNul } = this;
    this.text = '';
    this.isFreeOfNul = true;
    this.lines = 0;
    this.literals = [];
    this.bytes = 0;
    const end = text.length - (text.charCodeAt(text.length - 2) === CR ? 2 : 1);
    return end === 0 ? null : { text: text.slice(0, end), literals, isFreeOfNul };
  }

  private count(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.most) throw new AnswerTooLargeError(this.most);
  }
}

/**
 * Frees the memory of a chunk that has been read, where it has that for itself. Without it the garbage of a large mailbox is
 * many times what is read at once, because nothing tells the collector of it in time.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength >= WORTH_GIVING_BACK)
    buffer.transfer(0);
}

/** The size of the literal that follows a line, `{n}` at its end; null where none does. */
function announcedBy(line: string): number | null {
  const last = line.charCodeAt(line.length - 2) === CR ? line.length - 3 : line.length - 2;
  if (line.charCodeAt(last) !== CLOSING_BRACE) return null;
  let [size, position, worth] = [0, last - 1, 1];
  for (; position >= last - MOST_DIGITS; position -= 1) {
    const digit = line.charCodeAt(position) - ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    size += digit * worth;
    worth *= 10;
  }
  return position === last - 1 || line.charCodeAt(position) !== OPENING_BRACE ? null : size;
}

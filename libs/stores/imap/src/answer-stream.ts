import { Transform, type TransformCallback } from 'node:stream';
import type { RawAnswer } from './fetch-row';

const [LF, CR, CLOSING_BRACE] = [0x0a, 0x0d, 0x7d];
const LITERAL = /\{(\d{1,15})\}\r?\n$/;
/** A line that announces a literal ends with no more bytes than these. */
const ANNOUNCEMENT_BYTES = 20;
/** Smaller chunks may share their memory with others. */
const WORTH_GIVING_BACK = 16 * 1024;

/** An answer for imapflow; nothing is read on before it calls `next`. */
export interface PushedAnswer extends RawAnswer {
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
 * place of imapflow's own stream, and differs from it in this: what arrives is copied once, into a buffer of the size that
 * is announced, its own memory is given back at once, and an answer that `takes` is done with makes no detour through queues
 * and promises. `takes` must not keep the payload.
 */
export class AnswerStream extends Transform {
  /** Members that imapflow reads and sets. */
  readBytesCounter = 0;
  compress = false;
  secureConnection = false;
  /** Pieces of a line that is not over yet. */
  private pieces: Buffer[] = [];
  private lines: Buffer[] = [];
  private literals: Buffer[] = [];
  private literal: Buffer | null = null;
  private filled = 0;
  private bytes = 0;

  /** `most`: bytes that one answer may have. */
  constructor(
    private readonly most: number,
    private readonly takes: (answer: RawAnswer) => boolean,
  ) {
    super({ readableObjectMode: true });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    this.readBytesCounter += chunk.length;
    this.readFrom(chunk, 0, next);
  }

  private readFrom(chunk: Buffer, start: number, next: TransformCallback): void {
    let position = start;
    try {
      while (position < chunk.length && !this.destroyed) {
        position = this.literal ? this.fill(this.literal, chunk, position) : this.readLine(chunk, position);
        const answer = this.whole();
        if (!answer || this.takes(answer)) continue;
        const trailingAfterLine = position < chunk.length || this.writableLength > chunk.length;
        const behind = position;
        // Whoever gets it may keep it.
        const payload = Buffer.from(answer.payload);
        this.push({ ...answer, payload, trailingAfterLine, next: () => this.readFrom(chunk, behind, next) });
        return;
      }
      giveBack(chunk);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    next();
  }

  private readLine(chunk: Buffer, start: number): number {
    const end = chunk.indexOf(LF, start);
    const piece = chunk.subarray(start, end === -1 ? chunk.length : end + 1);
    this.count(piece.length);
    if (end === -1) {
      this.pieces.push(Buffer.from(piece));
      return chunk.length;
    }
    const line = this.pieces.length === 0 ? piece : Buffer.concat([...this.pieces, piece]);
    this.pieces = [];
    const size = announcedBy(line);
    this.lines.push(size === null ? line : Buffer.from(line));
    if (size !== null) {
      this.count(size);
      this.literal = Buffer.allocUnsafe(size);
      this.filled = 0;
      if (size === 0) this.endLiteral(this.literal);
    }
    return end + 1;
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
    const isOver = this.literal === null && this.pieces.length === 0 && this.lines.length > this.literals.length;
    if (!isOver) return null;
    const lines = this.lines.length === 1 ? (this.lines[0] ?? Buffer.alloc(0)) : Buffer.concat(this.lines);
    const { literals } = this;
    this.lines = [];
    this.literals = [];
    this.bytes = 0;
    const payload = lines.subarray(0, lines.length - (lines[lines.length - 2] === CR ? 2 : 1));
    return payload.length === 0 ? null : { payload, literals };
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

/** The size of the literal that follows a line; null where none does. */
function announcedBy(line: Buffer): number | null {
  const last = line[line.length - 2] === CR ? line.length - 3 : line.length - 2;
  if (line[last] !== CLOSING_BRACE) return null;
  const digits = LITERAL.exec(line.toString('latin1', Math.max(line.length - ANNOUNCEMENT_BYTES, 0)))?.[1];
  return digits === undefined ? null : Number(digits);
}

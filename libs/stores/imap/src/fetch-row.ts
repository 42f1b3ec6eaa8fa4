/** What a server told of one message; empty members were not asked for. */
export interface FetchedMessage {
  readonly uid: number;
  readonly flags: ReadonlySet<string>;
  readonly size: number;
  /** As the server spells it. */
  readonly internalDate: string;
  /** The header fields, or the content that was asked for; null where the server said NIL. */
  readonly bytes: Buffer | null;
}

/** A line of a server, with `{n}` where literals stand, and these literals in their order. */
export interface RawAnswer {
  /** Each byte as the character of that number. */
  readonly text: string;
  readonly literals: readonly Buffer[];
}

const BEGINNING = /^\* \d+ FETCH \(/i;
const ASTERISK = 0x2a;

/** Whether a line tells of a message (RFC 3501, section 7.4.2). */
export function isFetchRow(text: string): boolean {
  return text.charCodeAt(0) === ASTERISK && BEGINNING.test(text);
}

/**
 * Reads a line that tells of a message. Null when the message has no UID in it, or the line is none. A mailbox of 100,000
 * messages is as many of these lines, which is why they are read by this and not by a parser for all answers there are.
 */
export function readFetchRow({ text, literals }: RawAnswer): FetchedMessage | null {
  const start = BEGINNING.exec(text)?.[0].length;
  return start === undefined ? null : new RowReader(text, start, literals).read();
}

/** A value of a data item; lists hold flags. */
type Value = string | Buffer | readonly string[] | null;

class RowReader {
  private literal = 0;

  constructor(
    private readonly text: string,
    private position: number,
    private readonly literals: readonly Buffer[],
  ) {}

  read(): FetchedMessage | null {
    let [uid, size, internalDate] = [0, 0, ''];
    let flags: ReadonlySet<string> = new Set();
    let bytes: Buffer | null = null;
    for (;;) {
      const name = this.name();
      if (name === '') return uid > 0 ? { uid, flags, size, internalDate, bytes } : null;
      const value = this.value();
      switch (name) {
        case 'UID':
          uid = numberOf(value);
          break;
        case 'RFC822.SIZE':
          size = numberOf(value);
          break;
        case 'INTERNALDATE':
          internalDate = typeof value === 'string' ? value : '';
          break;
        case 'FLAGS':
          flags = new Set(Array.isArray(value) ? (value as readonly string[]) : []);
          break;
        case 'BODY':
          // A short text may come as a quoted string instead of a literal.
          bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.isBuffer(value) ? value : null;
          break;
        default:
      }
    }
  }

  /** The name of the next item, in capitals and without its section; empty at the end. */
  private name(): string {
    this.skipSpaces();
    const start = this.position;
    while (!this.isAt(' [()')) this.position += 1;
    const name = this.text.slice(start, this.position).toUpperCase();
    if (this.text[this.position] === '[') this.skipSection();
    return name;
  }

  /** `[HEADER.FIELDS ("Message-ID")]<0>`: names of fields may be quoted, or literals. */
  private skipSection(): void {
    while (!this.isAt(']')) {
      if (this.isAt('"{')) this.value();
      else this.position += 1;
    }
    while (!this.isAt(' ')) this.position += 1;
  }

  private value(): Value {
    this.skipSpaces();
    switch (this.text.charAt(this.position)) {
      case '(':
        return this.list();
      case '"':
        return this.quoted();
      case '{':
      case '~':
        return this.nextLiteral();
      default:
        return this.atom();
    }
  }

  private list(): readonly string[] {
    const values: string[] = [];
    this.position += 1;
    for (;;) {
      this.skipSpaces();
      if (this.isAt(')')) break;
      const value = this.value();
      if (typeof value === 'string') values.push(value);
    }
    this.position += 1;
    return values;
  }

  private quoted(): string {
    const start = this.position + 1;
    let end = start;
    let hasEscapes = false;
    while (end < this.text.length && this.text[end] !== '"') {
      if (this.text[end] === '\\') {
        hasEscapes = true;
        end += 1;
      }
      end += 1;
    }
    this.position = end + 1;
    const content = this.text.slice(start, end);
    return hasEscapes ? content.replace(/\\(.)/gs, '$1') : content;
  }

  private nextLiteral(): Buffer | null {
    const end = this.text.indexOf('\n', this.position);
    this.position = end === -1 ? this.text.length : end + 1;
    const literal = this.literals[this.literal] ?? null;
    this.literal += 1;
    return literal;
  }

  private atom(): string | null {
    const start = this.position;
    while (!this.isAt(' ()')) this.position += 1;
    // A sign that stands where nothing can is passed over, or nobody would ever come to the end.
    if (this.position === start) this.position += 1;
    const atom = this.text.slice(start, this.position);
    return atom.toUpperCase() === 'NIL' ? null : atom;
  }

  private skipSpaces(): void {
    while (this.text[this.position] === ' ') this.position += 1;
  }

  /** Whether one of the signs comes next, or the line is over. */
  private isAt(signs: string): boolean {
    return this.position >= this.text.length || signs.includes(this.text.charAt(this.position));
  }
}

function numberOf(value: Value): number {
  const number = typeof value === 'string' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

/** What a server told of one message; empty members were not asked for. */
export interface FetchedMessage {
  readonly uid: number;
  readonly flags: ReadonlySet<string>;
  readonly size: number;
  /** As the server spells it. */
  readonly internalDate: string;
  /** The header fields, or the content that was asked for; null where the server said NIL. */
  readonly bytes: Buffer | null;
  /** Whether it is known that there is no NUL in them. */
  readonly isFreeOfNul: boolean;
}

/** A line of a server, with `{n}` where literals stand, and these literals in their order. */
export interface RawAnswer {
  /** Each byte as the character of that number. */
  readonly text: string;
  readonly literals: readonly Buffer[];
  /** Whether it is known that there is no NUL in any of it. */
  readonly isFreeOfNul: boolean;
}

const BEGINNING = /^\* \d+ FETCH \(/i;
const [ASTERISK, SPACE, QUOTE, OPENING, CLOSING] = [0x2a, 0x20, 0x22, 0x28, 0x29];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE] = [0x5b, 0x5d, 0x7b];
/** Lists of flags as they were spelled, and what they say: those of a mailbox are the same few. */
const KNOWN_FLAGS = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN_FLAGS = 256;
const LONGEST_KNOWN_FLAGS = 256;
const NO_FLAGS: ReadonlySet<string> = new Set();

/** Whether a line tells of a message (RFC 3501, section 7.4.2). */
export function isFetchRow(text: string): boolean {
  return text.charCodeAt(0) === ASTERISK && BEGINNING.test(text);
}

/**
 * Reads a line that tells of a message. Null when the message has no UID in it, or the line is none. A mailbox of 100,000
 * messages is as many of these lines, which is why they are read by this and not by a parser for all answers there are.
 */
export function readFetchRow(answer: RawAnswer): FetchedMessage | null {
  return isFetchRow(answer.text) ? new RowReader(answer).read() : null;
}

/** A value of a data item; lists hold flags. */
type Value = string | Buffer | readonly string[] | null;

class RowReader {
  private literal = 0;
  private position: number;
  private readonly text: string;

  constructor(private readonly answer: RawAnswer) {
    this.text = answer.text;
    this.position = this.text.indexOf('(') + 1;
  }

  read(): FetchedMessage | null {
    let [uid, size, internalDate] = [0, 0, ''];
    const { isFreeOfNul } = this.answer;
    let flags = NO_FLAGS;
    let bytes: Buffer | null = null;
    for (;;) {
      const name = this.name();
      if (name === '') return uid > 0 ? { uid, flags, size, internalDate, bytes, isFreeOfNul } : null;
      if (name === 'FLAGS') {
        flags = this.flags();
        continue;
      }
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
    while (!this.isAt(SPACE, OPENING_BRACKET, OPENING, CLOSING)) this.position += 1;
    const name = this.text.slice(start, this.position).toUpperCase();
    if (this.isAt(OPENING_BRACKET)) this.skipSection();
    return name;
  }

  /** `[HEADER.FIELDS ("Message-ID")]<0>`: names of fields may be quoted, or literals. */
  private skipSection(): void {
    while (!this.isAt(CLOSING_BRACKET)) {
      if (this.isAt(QUOTE, OPENING_BRACE)) this.value();
      else this.position += 1;
    }
    while (!this.isAt(SPACE)) this.position += 1;
  }

  private flags(): ReadonlySet<string> {
    this.skipSpaces();
    const start = this.position;
    const spelled = this.text.slice(start, this.text.indexOf(')', start) + 1);
    const known = KNOWN_FLAGS.get(spelled);
    if (known) {
      this.position += spelled.length;
      return known;
    }
    const value = this.value();
    const flags = new Set(Array.isArray(value) ? (value as readonly string[]) : []);
    // A list that holds other things than words may go on behind its first parenthesis.
    const isPlain = this.position === start + spelled.length && !/["{]/.test(spelled);
    const isKept = KNOWN_FLAGS.size < MOST_KNOWN_FLAGS && spelled.length <= LONGEST_KNOWN_FLAGS;
    if (isPlain && isKept) KNOWN_FLAGS.set(spelled, flags);
    return flags;
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
      if (this.isAt(CLOSING)) break;
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
    const literal = this.answer.literals[this.literal] ?? null;
    this.literal += 1;
    return literal;
  }

  private atom(): string | null {
    const start = this.position;
    while (!this.isAt(SPACE, OPENING, CLOSING)) this.position += 1;
    // A sign that stands where nothing can is passed over, or nobody would ever come to the end.
    if (this.position === start) this.position += 1;
    const atom = this.text.slice(start, this.position);
    return atom.toUpperCase() === 'NIL' ? null : atom;
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.position) === SPACE) this.position += 1;
  }

  /** Whether one of the signs comes next, or the line is over. */
  private isAt(one: number, two = one, three = one, four = one): boolean {
    const sign = this.text.charCodeAt(this.position);
    return sign === one || sign === two || sign === three || sign === four || this.position >= this.text.length;
  }
}

function numberOf(value: Value): number {
  const number = typeof value === 'string' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

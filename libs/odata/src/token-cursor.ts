import type { ODataErrorCode, ODataQueryError } from './errors';
import { errorAt, quote, shorten } from './errors';
import type { Mark, Token } from './lexer';
import { readToken } from './lexer';
import { checkOptionText } from './option-text';

/** Walks over the tokens of one option's value, one token ahead, so that the first error in the text is the one told. */
export class TokenCursor {
  private ahead: Token;

  /** Throws `emptyOption`, `tooLong` or `invalidCharacter` for a text that no option may have. */
  constructor(
    readonly option: string,
    private readonly source: string,
  ) {
    checkOptionText(option, source);
    this.ahead = readToken(option, source, 0);
  }

  /** The next token, which stays where it is. */
  get next(): Token {
    return this.ahead;
  }

  /** The next token, leaving it behind. */
  take(): Token {
    const token = this.ahead;
    if (token.kind !== 'end') this.ahead = readToken(this.option, this.source, token.end);
    return token;
  }

  /** Whether the next token is this mark. */
  isAt(mark: Mark): boolean {
    return this.ahead.kind === 'mark' && this.ahead.mark === mark;
  }

  /** Leaves this mark behind if it is next, and says whether it was. */
  skip(mark: Mark): boolean {
    const found = this.isAt(mark);
    if (found) this.take();
    return found;
  }

  /** Leaves this mark behind; throws `unexpectedToken` if something else is next. */
  expect(mark: Mark): void {
    if (!this.skip(mark)) throw this.unexpected(`'${mark}'`);
  }

  /** The next token as an operator or other keyword in lower case, or undefined if it is no single name. */
  keyword(): string | undefined {
    return this.ahead.kind === 'path' && this.ahead.segments.length === 1 ? this.ahead.text.toLowerCase() : undefined;
  }

  /** The error that something else was expected here. */
  unexpected(expected: string): ODataQueryError {
    return this.error('unexpectedToken', `expected ${expected}, found ${this.describeNext()}`);
  }

  /** An error at the next token, or at the position given. */
  error(code: ODataErrorCode, problem: string, position = this.ahead.position): ODataQueryError {
    return errorAt(code, this.option, position, problem);
  }

  private describeNext(): string {
    switch (this.ahead.kind) {
      case 'end':
        return 'the end';
      case 'literal':
        return shorten(this.ahead.text);
      case 'path':
      case 'mark':
        return quote(this.ahead.text);
    }
  }
}

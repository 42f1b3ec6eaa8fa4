import { equal, holds, matches, objectOf, shown } from '../expect/expect';
import { ExpectationFailed } from '../expect/expectation-failed';

/** As much of a body as helps in a report. */
const LONGEST = 500;

/** Headers of an answer by lower-case name; several of a kind are joined by a comma. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** What a server answered to one request. */
export class Answer {
  constructor(
    /** Method and address of the request, for sentences. */
    readonly request: string,
    readonly status: number,
    readonly headers: AnswerHeaders,
    /** The body as it came, packed if it was. */
    readonly bytes: Buffer,
  ) {}

  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** The body, which has to be JSON and to say so. */
  json(): unknown {
    matches(this.header('content-type'), /^application\/json\b/i, `Content-Type of the answer to ${this.request}`);
    try {
      return JSON.parse(this.text) as unknown;
    } catch {
      throw new ExpectationFailed(`The answer to ${this.request} is no JSON: ${shown(this.text)}.`);
    }
  }

  /** The body, which has to be a JSON object. */
  object(): Readonly<Record<string, unknown>> {
    return objectOf(this.json(), `the answer to ${this.request}`);
  }

  /** A header; '' when there is none. */
  header(name: string): string {
    return this.headers[name.toLowerCase()] ?? '';
  }

  /** Expects one of the statuses, and gives the answer itself. */
  expect(...statuses: readonly number[]): this {
    holds(
      statuses.includes(this.status),
      `${this.request} was answered ${this.status}, expected ${statuses.join(' or ')}.`,
    );
    return this;
  }

  /** Expects a status without a body, and gives the answer itself. */
  expectEmpty(status: number): this {
    this.expect(status);
    equal(this.text, '', `The body of the answer to ${this.request}`);
    return this;
  }

  /** One line for a report. */
  toString(): string {
    const text = this.text.length > LONGEST ? `${this.text.slice(0, LONGEST)} ...` : this.text;
    return `${this.request} -> ${this.status} ${text}`;
  }
}

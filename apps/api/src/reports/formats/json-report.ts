import type { Report } from '../report';

/** A report as JSON, a piece of text for each person: the whole may be larger than what should be held at once. */
export async function* jsonReport({ head, people }: Report): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"people":[`;
  let separator = '';
  for await (const person of people()) {
    yield separator + JSON.stringify(person);
    separator = ',';
  }
  yield ']}';
}

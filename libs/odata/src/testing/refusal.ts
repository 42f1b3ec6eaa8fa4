import { ODataQueryError } from '../errors';

/** Runs a parser that must refuse, and gives its error; any other error, or none, fails the spec. */
export function refusalOf(parse: () => unknown): ODataQueryError {
  let result: unknown;
  try {
    result = parse();
  } catch (error) {
    if (error instanceof ODataQueryError) return error;
    throw error;
  }
  throw new Error(`expected a refusal, got ${JSON.stringify(result)}`);
}

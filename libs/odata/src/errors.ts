/**
 * Why a query option was refused. Stable: clients and specs may compare them.
 *
 * - `unknownOption`: no such OData query option, or a `$`-less name where the `$` is required.
 * - `unsupportedOption`: an option that OData has and this service does not.
 * - `duplicatedOption`: the same option twice (OData 4.01 part 2, section 5: at most once).
 * - `emptyOption`: an option without a value.
 * - `tooLong`, `tooDeep`: over `MAX_OPTION_LENGTH` or `MAX_NESTING_DEPTH`.
 * - `invalidCharacter`, `unterminatedString`, `invalidLiteral`, `literalOutOfRange`: the text is no sequence of tokens.
 * - `unexpectedToken`: the tokens are in no order that the grammar knows.
 * - `notACondition`: a value stands where something true or false is needed.
 * - `parenthesesNeeded`: a condition is compared, which is nearly always a mistake about precedence.
 * - `unsupportedOperator`, `unsupportedFunction`, `unsupportedPath`: OData that this service does not offer.
 * - `unsupportedNestedOptions`: options in parentheses after a name, such as `users($top=5)`.
 * - `duplicatedName`: the same name twice in a list where that has no meaning.
 */
export type ODataErrorCode =
  | 'unknownOption'
  | 'unsupportedOption'
  | 'duplicatedOption'
  | 'emptyOption'
  | 'tooLong'
  | 'tooDeep'
  | 'invalidCharacter'
  | 'unterminatedString'
  | 'invalidLiteral'
  | 'literalOutOfRange'
  | 'unexpectedToken'
  | 'notACondition'
  | 'parenthesesNeeded'
  | 'unsupportedOperator'
  | 'unsupportedFunction'
  | 'unsupportedPath'
  | 'unsupportedNestedOptions'
  | 'duplicatedName';

/**
 * The only error this library throws. `option` is the option's name with its `$` (an unknown one as the client wrote
 * it); `position` counts UTF-16 code units from 0 in the decoded value, and is 0 when the option as a whole is refused.
 * `message` is a whole sentence for the client, and names option and position itself.
 */
export class ODataQueryError extends Error {
  override readonly name = 'ODataQueryError';

  constructor(
    readonly code: ODataErrorCode,
    readonly option: string,
    readonly position: number,
    message: string,
  ) {
    super(message);
  }
}

/** Builds the error for a place inside an option's value; `problem` is a clause without a full stop. */
export function errorAt(code: ODataErrorCode, option: string, position: number, problem: string): ODataQueryError {
  return new ODataQueryError(code, option, position, `Invalid ${option} at position ${position}: ${problem}.`);
}

/** Client text cut short, so that a message never grows with the request. */
export function shorten(text: string): string {
  const characters = Array.from(text.slice(0, 100));
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}

/** Client text cut short and in single quotes. */
export function quote(text: string): string {
  return `'${shorten(text)}'`;
}

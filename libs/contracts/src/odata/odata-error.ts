import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Optional } from '../members/optional';
import { Nested } from '../members/nested';

/** One fault among several (contract page 5.1). */
@Describe('One fault among several.')
export class ODataErrorDetails {
  @Describe('Stable code of the fault.')
  @IsString()
  code!: string;

  @Describe('The fault in words.')
  @IsString()
  message!: string;

  @Describe('The member, option or parameter that is at fault.')
  @Optional()
  @IsString()
  target?: string;
}

/** What helps to find the request in the logs (contract page 5.1). */
@Describe('What helps to find the request in the logs.')
export class ODataInnerError {
  @Describe('Inner code, where there is one: `429` when the caller is throttled.')
  @Optional()
  @IsString()
  code?: string;

  @Describe('Status of the answer as a text, when the caller is throttled.')
  @Optional()
  @IsString()
  status?: string;

  @Describe('Inner message, where there is one.')
  @Optional()
  @IsString()
  message?: string;

  @Describe('When the error was answered, in UTC without a zone, as Graph writes it.')
  @IsString()
  date!: string;

  @Describe('Identifier that the service gave to the request.')
  @IsString()
  'request-id'!: string;

  @Describe('Identifier that the client gave to the request, or the one of the service.')
  @IsString()
  'client-request-id'!: string;
}

/** The member `error` of an error answer (contract page 5.1). */
@Describe('What went wrong.')
export class ODataMainError {
  @Describe('Stable code; clients branch on it, never on the message.')
  @IsString()
  code!: string;

  @Describe('What went wrong, in words, with the remedy.')
  @IsString()
  message!: string;

  @Describe('The member, option or parameter that is at fault.')
  @Optional()
  @IsString()
  target?: string;

  @Describe('Every single fault, when there is more to say.')
  @Optional()
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ODataErrorDetails)
  details?: ODataErrorDetails[];

  @Describe('What helps to find the request in the logs.')
  @Optional()
  @ValidateNested()
  @Nested(() => ODataInnerError)
  innerError?: ODataInnerError;
}

/** The body of every answer that is not a success (contract page 5.1). */
@Describe('The body of every answer that is not a success.')
export class ODataError {
  @Describe('What went wrong.')
  @ValidateNested()
  @Nested(() => ODataMainError)
  error!: ODataMainError;
}

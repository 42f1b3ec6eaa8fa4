import { isString, ValidateBy } from 'class-validator';
import { valueRule } from './value-rule';

const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/;
const LONGEST = 320;

/** A mail address without a name around it: one @, no blanks. What is before it is left to the servers (RFC 5321, 4.5.3.1). */
export function MailAddress(): PropertyDecorator {
  const validate = (value: unknown): boolean => !isString(value) || (value.length <= LONGEST && ADDRESS.test(value));
  const message = '$property must be a mail address, such as ann@fabrikam.example';
  return ValidateBy({ name: 'isMailAddress', validator: { validate } }, { message, ...valueRule() });
}

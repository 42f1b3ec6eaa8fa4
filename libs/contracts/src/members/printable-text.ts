import { isString, ValidateBy, type ValidationOptions } from 'class-validator';
import { valueRule } from './value-rule';

const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A text that can be printed on one line and comes back as it was given: no control character, no line break, no half of
 * a surrogate pair (UTF-8 has none, and PostgreSQL no U+0000). With `each`, an array of such texts.
 */
export function Printable(options: Pick<ValidationOptions, 'each'> = {}): PropertyDecorator {
  const validate = (value: unknown): boolean => !isString(value) || !UNPRINTABLE.test(value);
  const message = '$property must not hold control characters, line breaks or halves of surrogate pairs; remove them';
  return ValidateBy({ name: 'isPrintable', validator: { validate } }, { message, ...valueRule(), ...options });
}

/** A text without blanks around it: somebody who looks for the name would not see them. */
export function Trimmed(): PropertyDecorator {
  const validate = (value: unknown): boolean => !isString(value) || value.trim() === value;
  const message = '$property must not begin or end with a blank; remove it';
  return ValidateBy({ name: 'isTrimmed', validator: { validate } }, { message, ...valueRule() });
}

import { IsUUID, type ValidationOptions } from 'class-validator';
import { valueRule } from './value-rule';

/**
 * A GUID of any version in its hyphenated form; directory object ids do not promise a version (RFC 9562, section 4). On
 * the wire it is a text, so that another text is a wrong value and not a wrong type (contract page 2.1).
 */
export function Guid(options?: ValidationOptions): PropertyDecorator {
  const message = options?.each ? '$property must only hold GUIDs' : '$property must be a GUID';
  return IsUUID('loose', { message, ...valueRule(), ...options });
}

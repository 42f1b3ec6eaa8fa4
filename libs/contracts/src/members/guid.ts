import { IsUUID, type ValidationOptions } from 'class-validator';

/** A GUID of any version in its hyphenated form; directory object ids do not promise a version (RFC 9562, section 4). */
export function Guid(options?: ValidationOptions): PropertyDecorator {
  const message = options?.each ? '$property must only hold GUIDs' : '$property must be a GUID';
  return IsUUID('loose', { message, ...options });
}

import { ValidateIf } from 'class-validator';

/**
 * Marks a member that may be absent. Unlike class-validator's `IsOptional`, an explicit `null` is still judged by the
 * other decorators: Kiota models omit what was never set, so absent and `null` are different inputs (contract page 5.3).
 */
export function Optional(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** Marks a member whose value may be absent or `null`, such as `message` of a job. */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined && value !== null);
}

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { checkBounds } from './body-bounds';
import { type BodyFault, MOST_DETAILS } from './body-fault';
import { isInside } from './body-place';
import { BadRequestError } from './graph-http-error';
import { inheritedNames, withoutInherited } from './inherited-names';
import { unreadableBody } from './request-body';
import { validationFaults } from './validation-faults';

/**
 * A JSON value as an instance of a class, and everything that is wrong with it; the instance can be relied on where
 * nothing is. Nothing is converted but what the class itself converts.
 *
 * @throws BadRequestError when there is no body, none that is an object, or one beyond all bounds
 */
export function readBody<T extends object>(
  type: new () => T,
  value: unknown,
): { body: T; faults: readonly BodyFault[] } {
  mustBeObject(value);
  checkBounds(value);
  const inherited = inheritedNames(value, type);
  const body = plainToInstance(type, inherited.length === 0 ? value : withoutInherited(value));
  const faults = validationFaults(validateSync(body, { whitelist: true, forbidNonWhitelisted: true }));
  return { body, faults: [...withoutThoseInside(inherited.slice(0, MOST_DETAILS), faults), ...faults] };
}

/** Faults of which nothing need be said, because they lie in a member that is at fault as a whole, are left out. */
function withoutThoseInside(inherited: readonly BodyFault[], faults: readonly BodyFault[]): BodyFault[] {
  return inherited.filter((fault) => !faults.some(({ target }) => isInside(fault.target, target)));
}

/** Refuses a body that is missing, or no JSON object (contract page 5.2). @throws BadRequestError */
export function mustBeObject(body: unknown): asserts body is object {
  if (body === undefined) throw new BadRequestError('Empty Payload. JSON content expected.');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadableBody();
}

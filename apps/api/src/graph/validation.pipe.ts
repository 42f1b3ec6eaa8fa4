import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { BadRequestError, type GraphErrorDetail } from './graph-http-error';
import { unreadableBody } from './request-body';
import type { ContractClass } from './type-name';
import { inheritedNames } from './inherited-names';
import { validationDetails } from './validation-details';

const PLAIN_TYPES: readonly unknown[] = [Object, Array, String, Number, Boolean, Date, Buffer, undefined];

/**
 * Turns a body or a query into an instance of the class that the handler asks for, or refuses it naming every member
 * that is missing, unknown or wrong (contract page 5.2). Nothing is converted but what the class itself converts.
 */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    // An enumeration as the type of a parameter is an object at run time, and no class.
    if ((type !== 'body' && type !== 'query') || typeof metatype !== 'function') return value;
    if (PLAIN_TYPES.includes(metatype)) return value;
    if (type === 'body') mustBeObject(value);
    const inherited = inheritedNames(value, metatype as ContractClass);
    if (inherited.length > 0) throw new BadRequestError(inherited[0]?.message ?? '', { details: inherited });
    const instance = plainToInstance(metatype as ContractClass, value);
    const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length === 0) return instance;
    throw refusalOf(validationDetails(errors));
  }
}

/** The refusal of a body that names every fault of it. */
export function refusalOf(details: readonly GraphErrorDetail[]): BadRequestError {
  const [first] = details;
  const message =
    details.length === 1 && first ? first.message : `${details.length} things are wrong: ${targetsOf(details)}.`;
  return new BadRequestError(message, { details });
}

/** Refuses a body that is missing, or no JSON object. @throws BadRequestError */
export function mustBeObject(body: unknown): asserts body is object {
  if (body === undefined) throw new BadRequestError('Empty Payload. JSON content expected.');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadableBody();
}

function targetsOf(details: readonly { target?: string }[]): string {
  return details.map(({ target = '' }) => target).join(', ');
}

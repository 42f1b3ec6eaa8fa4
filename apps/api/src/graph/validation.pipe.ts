import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { bodyRefusal } from './body-fault';
import { readBody } from './read-body';
import type { ContractClass } from './type-name';

const PLAIN_TYPES: readonly unknown[] = [Object, Array, String, Number, Boolean, Date, Buffer, undefined];

/**
 * Turns a body or a query into an instance of the class that the handler asks for, or refuses it naming every member
 * that is missing, unknown or wrong (contract page 5.2).
 */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    // An enumeration as the type of a parameter is an object at run time, and no class.
    if ((type !== 'body' && type !== 'query') || typeof metatype !== 'function') return value;
    if (PLAIN_TYPES.includes(metatype)) return value;
    const { body, faults } = readBody(metatype as ContractClass, value);
    if (faults.length > 0) throw bodyRefusal(faults);
    return body;
  }
}

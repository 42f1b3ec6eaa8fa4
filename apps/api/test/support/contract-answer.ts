import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/**
 * A body as the class of the contract that it claims to be. Throws, naming every member, when one is missing, has the
 * wrong type or is none of the class.
 */
export function asContract<T extends object>(type: ClassConstructor<T>, body: unknown): T {
  const instance = plainToInstance(type, body);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  const members = errors.map((error) => error.toString(false, false, '', true)).join(' ');
  if (errors.length > 0) throw new Error(`This is no ${type.name}: ${members}\n${JSON.stringify(body).slice(0, 500)}`);
  return instance;
}

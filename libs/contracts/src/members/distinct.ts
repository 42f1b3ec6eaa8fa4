import { ValidateBy } from 'class-validator';

/**
 * An array that holds nothing twice. It is class-validator's `ArrayUnique` in linear time: that one compares every element
 * with every other, and a body may hold a hundred thousand.
 *
 * @param message what to say of one that does
 * @param by what elements are compared by
 */
export function Distinct(message: string, by: (element: unknown) => unknown = (element) => element): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    Array.isArray(value) && new Set(value.map((element: unknown) => by(element))).size === value.length;
  // The name is known to whoever makes schemas of rules.
  return ValidateBy({ name: 'arrayUnique', validator: { validate } }, { message });
}

import type { BodyFault } from './body-fault';
import { type ContractClass, typeNameOf } from './type-name';
import { unknownProperty } from './unknown-property';

/**
 * Members whose names every object has, such as `constructor` or `__proto__`. The transformer drops them without a word,
 * or calls them, so they have to be found before it; no type of the contract has a member of such a name.
 */
export function inheritedNames(value: unknown, type: ContractClass, parent = ''): BodyFault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const target = Array.isArray(value) ? `${parent}[${name}]` : parent === '' ? name : `${parent}.${name}`;
    if (isInherited(value, name)) return [unknownProperty(name, typeNameOf(type), target)];
    return inheritedNames(member, type, target);
  });
}

/** The same value without the members that {@link inheritedNames} finds. */
export function withoutInherited(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInherited);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([name]) => !isInherited(value, name));
  return Object.fromEntries(own.map(([name, member]: [string, unknown]) => [name, withoutInherited(member)]));
}

function isInherited(value: object, name: string): boolean {
  return !Array.isArray(value) && name in Object.prototype;
}

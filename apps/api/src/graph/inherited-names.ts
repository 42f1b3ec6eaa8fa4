import type { GraphErrorDetail } from './graph-http-error';
import { type ContractClass, typeNameOf } from './type-name';
import { unknownProperty } from './unknown-property';

/**
 * Members whose names every object has, such as `constructor` or `toString`. The transformer drops them without a word,
 * so they have to be found before it; no type of the contract has a member of such a name.
 */
export function inheritedNames(value: unknown, type: ContractClass, parent = ''): GraphErrorDetail[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const target = Array.isArray(value) ? `${parent}[${name}]` : parent === '' ? name : `${parent}.${name}`;
    if (!Array.isArray(value) && name in Object.prototype) return [unknownProperty(name, typeNameOf(type), target)];
    return inheritedNames(member, type, target);
  });
}

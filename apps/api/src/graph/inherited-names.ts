import type { BodyFault } from './body-fault';
import { elementPlace, memberPlace } from './body-place';
import { edmMembersOf } from './edm-members';
import { type ContractClass, typeNameOf } from './type-name';
import { unknownProperty } from './unknown-property';

/**
 * Members whose names every object has, such as `constructor` or `__proto__`. The transformer drops them without a word,
 * or calls them, so they have to be found before it; no type of the contract has a member of such a name.
 */
export function inheritedNames(value: unknown, type: ContractClass, parent = ''): BodyFault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, index) => inheritedNames(element, type, elementPlace(parent, index)));
  }
  return Object.entries(value).flatMap(([name, member]) => {
    const target = memberPlace(parent, name);
    if (isInherited(name)) return [unknownProperty(name, typeNameOf(type), target)];
    return inheritedNames(member, structureOf(type, name) ?? type, target);
  });
}

/** The same value without the members that {@link inheritedNames} finds. */
export function withoutInherited(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInherited);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([name]) => !isInherited(name));
  return Object.fromEntries(own.map(([name, member]: [string, unknown]) => [name, withoutInherited(member)]));
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** The class of a structured member. */
function structureOf(type: ContractClass, name: string): ContractClass | undefined {
  return edmMembersOf(type).find((member) => member.name === name)?.structure;
}

import { getMetadataStorage } from 'class-validator';

/** A class whose instances travel. */
export type ContractClass = new () => object;

/**
 * What Graph calls a class of the contract, such as `microsoft.graph.crossTenantMigrationJob`: the word that its
 * `@odata.type` must be. A class of our own surface has no such member and is called by its own name.
 */
export function typeNameOf(type: ContractClass): string {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const annotation = rules.find((rule) => rule.propertyName === '@odata.type' && Array.isArray(rule.constraints[0]));
  const [word] = (annotation?.constraints[0] ?? []) as unknown[];
  return typeof word === 'string' ? word.replace(/^#/, '') : type.name;
}

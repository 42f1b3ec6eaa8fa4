import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import type { TypeMetadata } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { type ContractClass, typeNameOf } from './type-name';

/** The enumerations of the schema by their names there; other vocabularies are texts (contract page 2.7). */
export const EDM_ENUMERATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'microsoft.graph.crossTenantMigrationJobType': JobType,
  'microsoft.graph.crossTenantMigrationJobStatus': JobStatus,
  'microsoft.graph.crossTenantMigrationServiceStatus': ServiceStatus,
};

/** A member of a class of the contract, as the entity data model sees it (OData CSDL 4.01, section 6). */
export interface EdmMember {
  readonly name: string;
  /** `Edm.String`, `Edm.DateTimeOffset`, or the qualified name of an enumeration or a structured type. */
  readonly type: string;
  readonly isCollection: boolean;
  /** Whether an object may be without a value. */
  readonly isNullable: boolean;
  /** The class of a structured value. */
  readonly structure?: ContractClass;
}

type ValidationMetadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const known = new Map<ContractClass, readonly EdmMember[]>();

/** The members of a class, without annotations, read from the very rules that judge a body. */
export function edmMembersOf(type: ContractClass): readonly EdmMember[] {
  const members = known.get(type) ?? readMembers(type);
  known.set(type, members);
  return members;
}

function readMembers(type: ContractClass): EdmMember[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = [...new Set(rules.map((rule) => rule.propertyName))].filter((name) => !name.includes('@'));
  return names.map((name) => {
    const own = rules.filter((rule) => rule.propertyName === name);
    const has = (rule: string): boolean => own.some((candidate) => candidate.name === rule);
    const isCollection = has('isArray');
    const isNullable = mayBeMissing(type, own);
    const nested = defaultMetadataStorage.findTypeMetadata(type, name) as TypeMetadata | undefined;
    if (nested) {
      const structure = nested.typeFunction() as ContractClass;
      return { name, type: typeNameOf(structure), isCollection, isNullable, structure };
    }
    const words: unknown = own.find((rule) => rule.name === 'isEnum')?.constraints[0];
    const enumeration = Object.entries(EDM_ENUMERATIONS).find(([, candidate]) => candidate === words);
    const plain = has('isDate') ? 'Edm.DateTimeOffset' : 'Edm.String';
    return { name, type: enumeration?.[0] ?? plain, isCollection, isNullable };
  });
}

/** Whether a condition switches the rules of a member off when it is absent or null. */
function mayBeMissing(type: ContractClass, rules: readonly ValidationMetadata[]): boolean {
  const conditions = rules
    .filter((rule) => rule.type === ValidationTypes.CONDITIONAL_VALIDATION)
    .map((rule) => rule.constraints[0] as (object: object, value: unknown) => boolean);
  return conditions.some((holds) => !holds(new type(), undefined) || !holds(new type(), null));
}

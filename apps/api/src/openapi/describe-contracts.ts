import * as contracts from '@ferry/contracts';
import { ApiProperty, type ApiPropertyOptions, ApiSchema } from '@nestjs/swagger';
import type { TypeMetadata } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type ContractClass = new () => object;
type Schemas = ReturnType<typeof validationMetadatasToSchemas>;
type MemberSchema = NonNullable<Schemas[string]['properties']>[string];

/** The exported enumerations by name, to find the one that a member holds. */
const ENUMERATIONS = Object.entries<unknown>(contracts).filter(
  (entry): entry is [string, Record<string, string>] => typeof entry[1] === 'object' && !Array.isArray(entry[1]),
);

/** A member that may hold any JSON value. */
const ANYTHING: ApiPropertyOptions = {
  oneOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
  ],
};

let described = false;

/** Every class that travels: those of the contracts that have a description. */
export function contractClasses(): ContractClass[] {
  const functions = Object.values<unknown>(contracts).filter((value) => typeof value === 'function') as ContractClass[];
  return functions.filter((candidate) => contracts.descriptionOf(candidate) !== undefined);
}

/**
 * Tells the API document about the classes of the contracts, from outside, so that these need no framework (ADR 0002).
 * Types, formats and bounds come from the very rules that judge a body; words come from `@Describe`. Once per process.
 */
export function describeContracts(): void {
  if (described) return;
  described = true;
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    // A rule that is not known here would stand for a class of its own among the elements of an array.
    additionalConverters: {
      isDate: { type: 'string', format: 'date-time' },
      isPrintable: { type: 'string' },
      isMailAddress: { type: 'string', format: 'email' },
    },
  });
  for (const type of contractClasses()) {
    ApiSchema({ description: contracts.descriptionOf(type) ?? '' })(type);
    const { properties = {}, required = [] } = schemas[type.name] ?? {};
    for (const [member, schema] of Object.entries(properties)) {
      ApiProperty({
        ...typeOf(type, member, schema),
        ...(isNullable(type, member) ? { nullable: true } : {}),
        description: contracts.descriptionOf(type, member) ?? '',
        required: required.includes(member),
      } as ApiPropertyOptions)(type.prototype as object, member);
    }
  }
}

/** The type of a member: a class, an enumeration by its name, or what its rules say. */
function typeOf(type: ContractClass, member: string, schema: MemberSchema): ApiPropertyOptions {
  const nested = defaultMetadataStorage.findTypeMetadata(type, member) as TypeMetadata | undefined;
  const isArray = 'type' in schema && schema.type === 'array';
  if (nested) return { type: () => nested.typeFunction(), isArray, ...boundsOf(schema) };
  const values = valuesOf(schema);
  const enumeration = ENUMERATIONS.find(([, known]) => sameWords(Object.values(known), values));
  if (enumeration) return { enum: enumeration[1], enumName: enumeration[0], isArray };
  return Object.keys(schema).length === 0 ? ANYTHING : (schema as ApiPropertyOptions);
}

/** How many elements an array may have. */
function boundsOf(schema: MemberSchema): { minItems?: number; maxItems?: number } {
  if ('$ref' in schema) return {};
  const { minItems, maxItems } = schema;
  return { ...(minItems === undefined ? {} : { minItems }), ...(maxItems === undefined ? {} : { maxItems }) };
}

function valuesOf(schema: MemberSchema): readonly unknown[] {
  if ('$ref' in schema) return [];
  if (schema.enum) return schema.enum as unknown[];
  return schema.items ? valuesOf(schema.items) : [];
}

function sameWords(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

/** Whether a member may be `null`: its condition then switches all of its rules off. */
function isNullable(type: ContractClass, member: string): boolean {
  return getMetadataStorage()
    .getTargetValidationMetadatas(type, '', true, false)
    .filter((rule) => rule.propertyName === member && rule.type === ValidationTypes.CONDITIONAL_VALIDATION)
    .some((rule) => !(rule.constraints[0] as (object: object, value: null) => boolean)(new type(), null));
}

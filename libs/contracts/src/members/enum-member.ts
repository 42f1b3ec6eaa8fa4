import { Transform } from 'class-transformer';
import { IsArray, IsEnum, type ValidationOptions } from 'class-validator';

function canonical(values: readonly string[], value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const wanted = value.toLowerCase();
  return values.find((candidate) => candidate.toLowerCase() === wanted) ?? value;
}

/**
 * A member that holds one word of an enumeration. Input is matched without regard to letter case and spelled as the
 * enumeration spells it, because Microsoft's own clients differ in case (contract page 2.7).
 */
export function EnumMember(
  enumeration: Record<string, string>,
  options: Pick<ValidationOptions, 'context'> = {},
): PropertyDecorator {
  const values = Object.values(enumeration);
  const transform = Transform(({ value }: { value: unknown }) => canonical(values, value), { toClassOnly: true });
  const isEnum = IsEnum(enumeration, { message: `$property must be one of ${values.join(', ')}`, ...options });
  return (target, propertyKey) => {
    transform(target, propertyKey);
    isEnum(target, propertyKey);
  };
}

/** A member that holds several words of an enumeration; the same rules as {@link EnumMember} for each. */
export function EnumMembers(
  enumeration: Record<string, string>,
  options: Pick<ValidationOptions, 'context'> = {},
): PropertyDecorator {
  const values = Object.values(enumeration);
  const transform = Transform(
    ({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((element: unknown) => canonical(values, element)) : value,
    { toClassOnly: true },
  );
  const isArray = IsArray({ message: '$property must be an array' });
  const isEnum = IsEnum(enumeration, {
    each: true,
    message: `$property must only hold ${values.join(', ')}`,
    ...options,
  });
  return (target, propertyKey) => {
    transform(target, propertyKey);
    isArray(target, propertyKey);
    isEnum(target, propertyKey);
  };
}

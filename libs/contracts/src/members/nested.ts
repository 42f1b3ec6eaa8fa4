import { Type } from 'class-transformer';

type MetadataReader = { getMetadata?: (key: string, target: object, property: string | symbol) => unknown };

/**
 * Says which class the value of a member is made of, or each element of it. It is class-transformer's `Type`, which asks
 * `Reflect.getMetadata` for a design type that it then does not need: where nobody has loaded `reflect-metadata`, an
 * answer is lent to it for the moment, so that contracts can be imported without any set-up.
 */
export function Nested(type: () => new () => object): PropertyDecorator {
  const decorate = Type(type);
  return (target, propertyKey) => {
    const reflect = Reflect as MetadataReader;
    if (reflect.getMetadata) {
      decorate(target, propertyKey);
      return;
    }
    reflect.getMetadata = () => undefined;
    try {
      decorate(target, propertyKey);
    } finally {
      delete reflect.getMetadata;
    }
  };
}

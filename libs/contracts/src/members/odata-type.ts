import { IsIn } from 'class-validator';
import { Describe } from './describe';
import { Optional } from './optional';

/**
 * The `@odata.type` annotation of a structured value: `#microsoft.graph.<name>`. The `#` may be missing on input,
 * because the published JSON skeletons leave it out for nested values (contract page 2.6).
 */
export function ODataType(name: string): PropertyDecorator {
  const qualified = `microsoft.graph.${name}`;
  const decorators: PropertyDecorator[] = [
    Describe(`OData type annotation: #${qualified}.`),
    Optional(),
    IsIn([`#${qualified}`, qualified], { message: `@odata.type must be #${qualified}` }),
  ];
  return (target, propertyKey) => {
    for (const decorate of decorators) decorate(target, propertyKey);
  };
}

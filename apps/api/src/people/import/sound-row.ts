import { ImportedPerson } from '@ferry/contracts';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

/** The rules of one member, found once: the validator looks them up and sorts them anew for each object. */
interface MemberRules {
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly tests: readonly ((value: unknown, object: object) => boolean)[];
}

let rules: ReadonlyMap<string, MemberRules> | null = null;

/**
 * A row as a person if it breaks no rule of {@link ImportedPerson}, by these very rules; null if it does, or may. Nearly all
 * rows of an import are sound, and fifty thousand of them have to be judged while others wait.
 */
export function soundRow(values: Readonly<Record<string, unknown>>): ImportedPerson | null {
  rules ??= readRules();
  for (const name of Object.keys(values)) if (!rules.has(name)) return null;
  for (const [name, { conditions, tests }] of rules) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!conditions.every((holds) => holds(values, value))) continue;
    if (!tests.every((test) => test(value, values))) return null;
  }
  return Object.assign(new ImportedPerson(), values);
}

function readRules(): ReadonlyMap<string, MemberRules> {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(ImportedPerson, '', false, false);
  const byMember = Map.groupBy(all, ({ propertyName }) => propertyName);
  return new Map(
    [...byMember].map(([name, ofMember]) => {
      const isCondition = ({ type }: (typeof all)[number]): boolean => type === ValidationTypes.CONDITIONAL_VALIDATION;
      const conditions = ofMember
        .filter(isCondition)
        .map(({ constraints }) => constraints[0] as (object: object, value: unknown) => boolean);
      const tests = ofMember
        .filter((rule) => !isCondition(rule))
        .flatMap(({ constraintCls, constraints }) =>
          storage.getTargetValidatorConstraints(constraintCls).map(
            ({ instance }) =>
              (value: unknown, object: object): boolean =>
                instance.validate(value, { value, constraints, object, targetName: '', property: name }) === true,
          ),
        );
      return [name, { conditions, tests }];
    }),
  );
}

import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { GraphErrorDetail } from './graph-http-error';
import { type ContractClass, typeNameOf } from './type-name';
import { unknownProperty } from './unknown-property';

/** Rules that a value of the right JSON type can still break; every other rule is about the type itself. */
const RULES_OF_VALUES = new Set([
  'isNotEmpty',
  'minLength',
  'maxLength',
  'min',
  'max',
  'arrayNotEmpty',
  'arrayMaxSize',
  'arrayUnique',
]);
const UNKNOWN_MEMBER = 'whitelistValidation';
/** A body may hold thousands of wrong elements; nobody reads on after this many. */
const MOST_DETAILS = 100;

/** What is wrong with a body, one entry per member or element, in the words of the contract (contract page 5.2). */
export function validationDetails(errors: readonly ValidationError[]): GraphErrorDetail[] {
  return errors.flatMap((error) => detailsOf(error, '')).slice(0, MOST_DETAILS);
}

function detailsOf(error: ValidationError, parent: string): GraphErrorDetail[] {
  const target = /^\d+$/.test(error.property) ? `${parent}[${error.property}]` : join(parent, error.property);
  const broken = Object.entries(error.constraints ?? {});
  // One complaint about a member is enough, and the wrong type is why the other rules do not hold.
  const worst = broken.find(([rule]) => !RULES_OF_VALUES.has(rule)) ?? broken[0];
  return [
    ...(worst ? [worst] : []).flatMap(([rule, message]) => ownDetails(error, rule, message, target)),
    ...(error.children ?? []).flatMap((child) => detailsOf(child, target)),
  ];
}

function ownDetails(error: ValidationError, rule: string, message: string, target: string): GraphErrorDetail[] {
  const { property } = error;
  const value: unknown = error.value;
  const type = error.target === undefined ? '' : typeNameOf(error.target.constructor as ContractClass);
  if (rule === UNKNOWN_MEMBER) return [unknownProperty(property, type, target)];
  if (value === undefined) {
    return [{ code: 'missingProperty', message: `The property '${property}' is required on type '${type}'.`, target }];
  }
  if (RULES_OF_VALUES.has(rule)) return [{ code: 'invalidValue', message: `${message}.`, target }];
  const mismatch = `Property ${property} in payload has a value that does not match schema. ${message}.`;
  const places = wrongElements(error, rule).map((index) => `${target}[${index}]`);
  return (places.length > 0 ? places : [target]).map((place) => ({
    code: 'schemaMismatch',
    message: mismatch,
    target: place,
  }));
}

/** Where an array breaks a rule for its elements. The validator itself only says that it does. */
function wrongElements({ target, property, value }: ValidationError, rule: string): number[] {
  if (target === undefined || !Array.isArray(value)) return [];
  const storage = getMetadataStorage();
  const metadata = storage
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((candidate) => candidate.propertyName === property && candidate.each && candidate.name === rule);
  if (metadata === undefined) return [];
  const [constraint] = storage.getTargetValidatorConstraints(metadata.constraintCls);
  if (constraint === undefined) return [];
  const { constraints } = metadata;
  const isWrong = (element: unknown): boolean =>
    constraint.instance.validate(element, { targetName: '', property, object: target, value: element, constraints }) !==
    true;
  return value.flatMap((element: unknown, index) => (isWrong(element) ? [index] : []));
}

function join(parent: string, member: string): string {
  return parent === '' ? member : `${parent}.${member}`;
}

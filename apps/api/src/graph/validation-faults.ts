import { isValueRule, type ValueRule } from '@ferry/contracts';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { BodyFault } from './body-fault';
import { elementPlace, memberPlace } from './body-place';
import { type ContractClass, typeNameOf } from './type-name';
import { readOnlyProperty, unknownProperty } from './unknown-property';

/** Bounds: a value of the right JSON type can break them. Other rules of this kind are marked in the contracts. */
const BOUNDS = new Set([
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
const BOUND: ValueRule = { fault: 'value' };

/** What is wrong with a body, in the words of the contract (contract page 5.2). */
export function validationFaults(errors: readonly ValidationError[]): BodyFault[] {
  return errors.flatMap((error) => faultsOf(error, ''));
}

function faultsOf(error: ValidationError, parent: string): BodyFault[] {
  const target = isElement(error) ? elementPlace(parent, error.property) : memberPlace(parent, error.property);
  const own = memberFaults(error, target);
  // What lies inside a member that should be something else was never meant to be judged.
  if (own.some((fault) => isOfShape(fault) && fault.target === target)) return own;
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, target))];
}

/** What is wrong with one member and its elements. */
function memberFaults(error: ValidationError, target: string): BodyFault[] {
  // Decorators are applied from the last to the first.
  const broken = Object.entries(error.constraints ?? {}).reverse();
  const whole = faultOfAll(error, broken, target);
  if (whole) return [whole];
  const aboutTypes = broken.filter(([rule]) => markOf(error, rule) === undefined);
  const aboutValues = broken.filter(([rule]) => markOf(error, rule) !== undefined);
  return withoutConsequences(
    [...aboutTypes, ...aboutValues].flatMap(([rule, message]) => ruleFaults(error, rule, message, target)),
    target,
  );
}

/** The fault beside which nothing else is to be said: the member is unknown or missing, or a rule has a code of its own. */
function faultOfAll(
  error: ValidationError,
  broken: readonly (readonly [string, string])[],
  target: string,
): BodyFault | undefined {
  const { property } = error;
  const type = (error.target?.constructor ?? Object) as ContractClass;
  if (broken.some(([rule]) => rule === UNKNOWN_MEMBER)) {
    return readOnlyProperty(property, type, target) ?? unknownProperty(property, typeNameOf(type), target);
  }
  for (const [rule, message] of broken) {
    const code = markOf(error, rule)?.code;
    if (code !== undefined) return { of: 'value', code, message: `${message}.`, target };
  }
  if (broken.length === 0 || error.value !== undefined) return undefined;
  const missing = `The property '${property}' is required on type '${typeNameOf(type)}'.`;
  return { of: 'shape', code: 'missingProperty', message: missing, target };
}

/** Leaves out what follows from a wrong type: one word about it is enough, and other rules fail because of it. */
function withoutConsequences(faults: readonly BodyFault[], target: string): BodyFault[] {
  const wrongTypes = new Map<string, BodyFault>();
  for (const fault of faults.filter(isOfShape)) {
    if (!wrongTypes.has(fault.target)) wrongTypes.set(fault.target, fault);
  }
  const whole = wrongTypes.get(target);
  if (whole) return [whole];
  return faults.filter((fault) => {
    if (isOfShape(fault)) return wrongTypes.get(fault.target) === fault;
    return !wrongTypes.has(fault.target) && (fault.target !== target || wrongTypes.size === 0);
  });
}

function isOfShape({ of }: BodyFault): boolean {
  return of === 'shape';
}

/** The validator tells an element of an array by its index. */
function isElement({ target }: ValidationError): boolean {
  return Array.isArray(target);
}

/** The mark of a rule about values; undefined where the rule is about the type. */
function markOf({ contexts }: ValidationError, rule: string): ValueRule | undefined {
  const context: unknown = contexts?.[rule];
  return isValueRule(context) ? context : BOUNDS.has(rule) ? BOUND : undefined;
}

/** What a rule says of a value, or of each element that breaks it. */
function ruleFaults(error: ValidationError, rule: string, message: string, target: string): BodyFault[] {
  const value: unknown = error.value;
  const isAboutValues = markOf(error, rule) !== undefined;
  const name = isElement(error) ? target : error.property;
  const judge = (judged: unknown, place: string): BodyFault =>
    isAboutValues && isMeantFor(rule, judged) ? wrongValue(message, place) : wrongType(name, message, place);
  const wrong = wrongElements(error, rule);
  if (wrong.length > 0) return wrong.map((index) => judge((value as unknown[])[index], elementPlace(target, index)));
  return [judge(value, target)];
}

function wrongValue(message: string, target: string): BodyFault {
  return { of: 'value', code: 'invalidValue', message: `${message}.`, target };
}

function wrongType(property: string, message: string, target: string): BodyFault {
  const mismatch = `Property ${property} in payload has a value that does not match schema. ${message}.`;
  return { of: 'shape', code: 'schemaMismatch', message: mismatch, target };
}

/** Whether a value has the type that a rule about values speaks of; of any other type it is the type that is wrong. */
function isMeantFor(rule: string, value: unknown): boolean {
  if (rule.startsWith('array')) return Array.isArray(value);
  return rule === 'min' || rule === 'max' ? typeof value === 'number' : typeof value === 'string';
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

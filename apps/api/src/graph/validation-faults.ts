import { isValueRule, type ValueRule } from '@ferry/contracts';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { BodyFault } from './body-fault';
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

/** What is wrong with a body, one entry per member or element, in the words of the contract (contract page 5.2). */
export function validationFaults(errors: readonly ValidationError[]): BodyFault[] {
  return errors.flatMap((error) => faultsOf(error, ''));
}

function faultsOf(error: ValidationError, parent: string): BodyFault[] {
  const target = /^\d+$/.test(error.property) ? `${parent}[${error.property}]` : join(parent, error.property);
  const broken = Object.entries(error.constraints ?? {});
  // One complaint about a member is enough: the one with a code of its own, or the wrong type, which is why others fail.
  const worst =
    broken.find(([rule]) => markOf(error, rule)?.code !== undefined) ??
    broken.find(([rule]) => markOf(error, rule) === undefined) ??
    broken[0];
  return [
    ...(worst ? [worst] : []).flatMap(([rule, message]) => ownFaults(error, rule, message, target)),
    ...(error.children ?? []).flatMap((child) => faultsOf(child, target)),
  ];
}

/** The mark of a rule about values; undefined where the rule is about the type. */
function markOf({ contexts }: ValidationError, rule: string): ValueRule | undefined {
  const context: unknown = contexts?.[rule];
  return isValueRule(context) ? context : BOUNDS.has(rule) ? BOUND : undefined;
}

function ownFaults(error: ValidationError, rule: string, message: string, target: string): BodyFault[] {
  const { property } = error;
  const value: unknown = error.value;
  const type = (error.target?.constructor ?? Object) as ContractClass;
  if (rule === UNKNOWN_MEMBER) {
    return [readOnlyProperty(property, type, target) ?? unknownProperty(property, typeNameOf(type), target)];
  }
  const mark = markOf(error, rule);
  if (mark?.code !== undefined) return [{ of: 'value', code: mark.code, message: `${message}.`, target }];
  if (value === undefined) {
    const missing = `The property '${property}' is required on type '${typeNameOf(type)}'.`;
    return [{ of: 'shape', code: 'missingProperty', message: missing, target }];
  }
  const judge = (judged: unknown, place: string): BodyFault =>
    mark !== undefined && isMeantFor(rule, judged) ? wrongValue(message, place) : wrongType(property, message, place);
  const wrong = wrongElements(error, rule);
  if (wrong.length > 0) return wrong.map((index) => judge((value as unknown[])[index], `${target}[${index}]`));
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

function join(parent: string, member: string): string {
  return parent === '' ? member : `${parent}.${member}`;
}

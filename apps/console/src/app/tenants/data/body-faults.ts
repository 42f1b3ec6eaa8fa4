import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Fault } from '../../http/service-error';

/** What is wrong with a body: a sentence by the place of the member, such as `services.Exchange.auth.user`. */
export type Faults = Readonly<Record<string, string>>;

/** What a person should do, by the last name of a place and by rule, where the class's own sentence speaks of members. */
export type Advice = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Judges a body with the very class that the service judges it with. */
export function bodyFaults<T extends object>(contract: ClassConstructor<T>, body: object, advice: Advice): Faults {
  const faults: Record<string, string> = {};
  for (const [place, error] of placed(validateSync(plainToInstance(contract, body)), '')) {
    faults[place] ??= sentence(error, advice);
  }
  return faults;
}

/** The service's own faults at the places that it names; one without a place belongs above the form. */
export function faultsOfDetails(details: readonly Fault[]): Faults {
  const faults: Record<string, string> = {};
  for (const { target, message } of details) if (target !== undefined) faults[target] ??= message;
  return faults;
}

function* placed(errors: readonly ValidationError[], parent: string): Generator<[string, ValidationError]> {
  for (const error of errors) {
    const place = placeOf(parent, error.property);
    if (error.constraints) yield [place, error];
    yield* placed(error.children ?? [], place);
  }
}

/** As the service writes it: `folders[2].source`. */
function placeOf(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

function sentence({ property, constraints = {} }: ValidationError, advice: Advice): string {
  const known = Object.keys(constraints).map((rule) => advice[property]?.[rule] ?? advice[property]?.['*']);
  return known.find((words) => words !== undefined) ?? Object.values(constraints)[0] ?? 'This is not valid.';
}

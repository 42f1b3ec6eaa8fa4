import { memberOf } from './body-place';
import { BadArgumentError, BadRequestError, type GraphErrorDetail, type GraphHttpError } from './graph-http-error';

/**
 * A fault of a body. Its shape is at fault when the body is not of the type: a member is missing, unknown or of a wrong
 * type. A value is at fault when the type would allow it and the rules of the service do not.
 */
export interface BodyFault extends GraphErrorDetail {
  readonly of: 'shape' | 'value';
  readonly target: string;
}

/** A body may hold thousands of wrong elements; nobody reads on after this many. */
export const MOST_DETAILS = 100;

/**
 * The refusal of a body, with everything that is wrong with it: 400 as soon as its shape is at fault, else 422 in the
 * published form (contract page 1.4 and 5.2).
 */
export function bodyRefusal(faults: readonly BodyFault[]): GraphHttpError {
  return faults.some((fault) => fault.of === 'shape') ? badRequestOf(faults) : badArgumentOf(faults);
}

/** A fault of which it need not be said whether the shape or a value is wrong. */
type AnyFault = GraphErrorDetail & Partial<Pick<BodyFault, 'of'>>;

/** 400 with everything that is wrong. */
export function badRequestOf(faults: readonly AnyFault[]): BadRequestError {
  const details = detailsOf(faults);
  const [first] = details;
  if (details.length === 1 && first) {
    return new BadRequestError(first.message, {
      details,
      ...(first.target === undefined ? {} : { target: first.target }),
    });
  }
  return new BadRequestError(`${details.length} things are wrong: ${membersOf(details).join(', ')}.`, { details });
}

function badArgumentOf(faults: readonly BodyFault[]): BadArgumentError {
  const details = detailsOf(faults);
  return new BadArgumentError(membersOf(details), details);
}

/** What the answer lists: everything, or so much of it that every kind of fault and every member are among it. */
function detailsOf(faults: readonly AnyFault[]): GraphErrorDetail[] {
  const chosen = faults.length <= MOST_DETAILS ? faults : mostTelling(faults);
  return chosen.map(({ of: _of, ...detail }) => detail);
}

function mostTelling(faults: readonly AnyFault[]): readonly AnyFault[] {
  const kinds = firstsBy(faults, ({ code }) => code);
  const members = firstsBy(faults, ({ code, target = '' }) => `${code} ${memberOf(target)}`);
  const chosen = new Set([...new Set([...kinds, ...members, ...faults])].slice(0, MOST_DETAILS));
  return faults.filter((fault) => chosen.has(fault));
}

function firstsBy(faults: readonly AnyFault[], keyOf: (fault: AnyFault) => string): AnyFault[] {
  const firsts = new Map<string, AnyFault>();
  for (const fault of faults) {
    const key = keyOf(fault);
    if (!firsts.has(key)) firsts.set(key, fault);
  }
  return [...firsts.values()];
}

function membersOf(details: readonly GraphErrorDetail[]): string[] {
  return [...new Set(details.map(({ target = '' }) => memberOf(target)))];
}

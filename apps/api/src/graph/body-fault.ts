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
const MOST_DETAILS = 100;

/**
 * The refusal of a body, with everything that is wrong with it: 400 as soon as its shape is at fault, else 422 in the
 * published form (contract page 1.4 and 5.2).
 */
export function bodyRefusal(faults: readonly BodyFault[]): GraphHttpError {
  return faults.some((fault) => fault.of === 'shape') ? badRequestOf(faults) : badArgumentOf(faults);
}

/** 400 with everything that is wrong. */
export function badRequestOf(faults: readonly (GraphErrorDetail & Partial<Pick<BodyFault, 'of'>>)[]): BadRequestError {
  const details = faults.slice(0, MOST_DETAILS).map(({ of: _of, ...detail }) => detail);
  const [first] = details;
  if (details.length === 1 && first) {
    return new BadRequestError(first.message, {
      details,
      ...(first.target === undefined ? {} : { target: first.target }),
    });
  }
  const targets = details.map(({ target = '' }) => target).join(', ');
  return new BadRequestError(`${details.length} things are wrong: ${targets}.`, { details });
}

function badArgumentOf(faults: readonly BodyFault[]): BadArgumentError {
  const details = faults.slice(0, MOST_DETAILS).map(({ of: _of, ...detail }) => detail);
  const members = [...new Set(details.map(({ target }) => memberOf(target)))];
  return new BadArgumentError(members, details);
}

/** The member of a body that a target lies in: `resources[3]` is in `resources`. */
export function memberOf(target: string): string {
  return target.replace(/\[\d+\].*$/, '');
}

import type { Answer } from '../server/answer';
import { arrayOf, equal, holds, matches, objectOf, shown, textOf } from './expect';

/** What a refusal has to say; what is left out may be anything. */
export interface Expected {
  /** Compared without regard to letter case: Graph's backends differ in it (contract page 5.1). */
  readonly code?: string;
  readonly message?: string | RegExp;
  /** What has to be named in the message, in `target`, or in the targets of `details`. */
  readonly names?: readonly string[];
  /** One of the details. */
  readonly detail?: { readonly code?: string; readonly message?: string; readonly target?: string };
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Expects a refusal in the envelope of Graph, complete with what helps to find the request (contract page 5.1), and
 * gives the member `error`.
 */
export function refused(answer: Answer, status: number | readonly number[], expected: Expected = {}): Json {
  answer.expect(...[status].flat());
  const error = objectOf(answer.object()['error'], `error of the answer to ${answer.request}`);
  const code = textOf(error['code'], 'error.code');
  const message = textOf(error['message'], 'error.message');
  holds(code !== '' && message !== '', `Code and message of the refusal of ${answer.request} are empty.`);
  isInner(error['innerError'], answer);
  const details = detailsOf(error);
  if (expected.code !== undefined) equal(code.toLowerCase(), expected.code.toLowerCase(), 'error.code');
  if (typeof expected.message === 'string') equal(message, expected.message, 'error.message');
  if (expected.message instanceof RegExp) matches(message, expected.message, 'error.message');
  for (const name of expected.names ?? []) {
    holds(isNamed(name, error, details), `The refusal does not name ${name}: ${shown(error)}.`);
  }
  const { detail } = expected;
  if (detail !== undefined) {
    const isThere = details.some((one) => Object.entries(detail).every(([name, value]) => one[name] === value));
    holds(isThere, `details have no ${shown(detail)}: ${shown(details)}.`);
  }
  return error;
}

/** The details of an error, each with a code and a message. */
export function detailsOf(error: Json): readonly Json[] {
  if (error['details'] === undefined) return [];
  return arrayOf(error['details'], 'error.details').map((one) => {
    const detail = objectOf(one, 'an element of error.details');
    textOf(detail['code'], 'code of an element of error.details');
    textOf(detail['message'], 'message of an element of error.details');
    return detail;
  });
}

function isNamed(name: string, error: Json, details: readonly Json[]): boolean {
  const targets = [error['target'], ...details.map((detail) => detail['target'])];
  const isTarget = targets.some((target) => typeof target === 'string' && isPathTo(target, name));
  return isTarget || String(error['message']).includes(name);
}

/** Whether a target is a member or lies in it: `resources[0]` names `resources`. */
function isPathTo(target: string, name: string): boolean {
  return (
    target === name || target.startsWith(`${name}[`) || target.startsWith(`${name}.`) || target.endsWith(`.${name}`)
  );
}

function isInner(value: unknown, answer: Answer): void {
  const inner = objectOf(value, `innerError of the answer to ${answer.request}`);
  matches(inner['date'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/, 'innerError.date');
  equal(inner['request-id'], answer.header('request-id'), 'innerError.request-id');
  equal(inner['client-request-id'], answer.header('client-request-id'), 'innerError.client-request-id');
}

/** How a migration endpoint is: whether it rests, and how many runs lost their connection to it in a row. */
export interface EndpointCondition {
  /** No run is tried before this time; null when it does not rest. */
  readonly restsUntil: Date | null;
  /** Lost connections with no success in between; those during a rest are not counted. */
  readonly lostConnections: number;
}

/** So many lost connections in a row are taken for a trouble of the endpoint, no longer of single people. */
export const LOSSES_BEFORE_REST = 5;
const FIRST_REST_SECONDS = 10;
const LONGEST_REST_SECONDS = 300;

/**
 * The condition after the endpoint asked to be left alone for some seconds. It gets what it asks for (RFC 9110, section
 * 10.2.3); a longer rest that it has already stays.
 */
export function afterThrottling(condition: EndpointCondition, now: Date, retryAfterSeconds: number): EndpointCondition {
  return { ...condition, restsUntil: later(condition.restsUntil, secondsAfter(now, retryAfterSeconds)) };
}

/**
 * The condition after a run lost its connection. From the fifth in a row on the endpoint rests for 10 seconds, and twice
 * as long after each further one, up to five minutes. Runs that were still connected when a rest began tell nothing new:
 * a loss during a rest changes nothing.
 */
export function afterLostConnection(condition: EndpointCondition, now: Date): EndpointCondition {
  if (condition.restsUntil && condition.restsUntil > now) return condition;
  const lostConnections = condition.lostConnections + 1;
  if (lostConnections < LOSSES_BEFORE_REST) return { restsUntil: null, lostConnections };
  const seconds = Math.min(FIRST_REST_SECONDS * 2 ** (lostConnections - LOSSES_BEFORE_REST), LONGEST_REST_SECONDS);
  return { restsUntil: secondsAfter(now, seconds), lostConnections };
}

/** Whether only one run at a time may try the endpoint, until one of them succeeds. */
export function isProbed(condition: Pick<EndpointCondition, 'lostConnections'>): boolean {
  return condition.lostConnections >= LOSSES_BEFORE_REST;
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

function later(one: Date | null, other: Date): Date {
  return one && one > other ? one : other;
}

const FRAMES = 3;
const FRAME = /^\s*at (?:async )?(?:new )?([\w$.]+) \(file:.*?\/crash-process\.mjs/;

/** Frames of the harness itself. */
const OURS = /^(Object|Proxy|Watched\w*|FaultPoints|Administrator|Function)\.|^(start|outcomeOf)$/;

/**
 * The functions of the service that lead to this place, nearest first. Only our own code is in the bundle, so packages
 * are not among them.
 *
 * @param below the function of the harness under which the stack begins
 */
export function reachedFrom(below: (...args: never[]) => unknown): string {
  const place: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  Error.captureStackTrace(place, below);
  Error.stackTraceLimit = limit;
  const names = (place.stack ?? '').split('\n').flatMap((line) => FRAME.exec(line)?.[1] ?? []);
  return names
    .filter((name) => !OURS.test(name))
    .map((name) => name.replace(/^_/, '').replace(/\d+\./, '.'))
    .filter((name, index, all) => name !== all[index - 1])
    .slice(0, FRAMES)
    .join(' < ');
}

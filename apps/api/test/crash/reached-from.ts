const FRAMES = 3;
const FRAME = /^\s*at (?:async )?(?:new )?([\w$.]+) \(file:.*?\/crash-process\.mjs/;

/** Frames of the harness itself, and of arrow functions, which have no name of their own. */
const NAMELESS = /^(Object|Proxy|process|Watched\w*|FaultPoints|Function)\./;

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
    .filter((name) => !NAMELESS.test(name))
    .map((name) => name.replace(/^_/, '').replace(/\.<anonymous>$/, ''))
    .filter((name, index, all) => name !== all[index - 1])
    .slice(0, FRAMES)
    .join(' < ');
}

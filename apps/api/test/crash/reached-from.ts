import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FRAMES = 3;
const FRAME = /^\s*at (?:async )?(?:new )?([\w$.]+) \(file:.*?\/crash-process\.mjs:(\d+):\d+\)/;

/** Where each module begins in the bundle (tools/crash/bundle.mjs), last one first. */
const modules = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'modules.json'), 'utf8')) as [line: number, module: string][]
).reverse();

/**
 * The functions of the service that lead to this place, nearest first, without those of packages and of this harness.
 *
 * @param below the function of the harness under which the stack begins
 */
export function reachedFrom(below: (...args: never[]) => unknown): string {
  const place: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  Error.captureStackTrace(place, below);
  Error.stackTraceLimit = limit;
  const frames = (place.stack ?? '').split('\n').flatMap((line) => {
    const [, name, at] = FRAME.exec(line) ?? [];
    return name && at && isOfService(Number(at)) ? [name.replace(/^_/, '').replace(/\d+\./, '.')] : [];
  });
  return frames
    .filter((name, index, all) => name !== all[index - 1])
    .slice(0, FRAMES)
    .join(' < ');
}

function isOfService(line: number): boolean {
  const module = modules.find(([first]) => first <= line)?.[1] ?? '';
  return /^(apps\/api\/src|libs)\//.test(module);
}

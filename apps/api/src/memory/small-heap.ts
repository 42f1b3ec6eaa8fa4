import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 let the heap grow in small steps from now on. Left to itself it keeps several times of what is in use, on the ground
 * that collecting less often is quicker; for mail that passes through, that is memory without use (ADR 0041).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

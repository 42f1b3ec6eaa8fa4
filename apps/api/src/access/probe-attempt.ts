import type { ProbeStep } from './connection-probe';

/** A step that was tried, with what it led to where it worked. */
export interface Attempt<T> {
  readonly step: ProbeStep;
  readonly result: T | null;
}

/** Tries a step and measures it. An error becomes a step that did not work, with what to do about it. */
export async function attempt<T>(
  step: string,
  work: () => Promise<{ readonly detail: string; readonly result: T }>,
  remedyOf: (error: NodeJS.ErrnoException) => string,
): Promise<Attempt<T>> {
  const begin = performance.now();
  const took = (): number => Math.round(performance.now() - begin);
  try {
    const { detail, result } = await work();
    return { step: { step, ok: true, milliseconds: took(), detail, remedy: null }, result };
  } catch (error) {
    const failure = asError(error);
    const { message: detail } = failure;
    return { step: { step, ok: false, milliseconds: took(), detail, remedy: remedyOf(failure) }, result: null };
  }
}

/** What was thrown, told by its members: errors of sockets may come from another realm. */
function asError(thrown: unknown): NodeJS.ErrnoException {
  const isError = typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown;
  return isError ? (thrown as NodeJS.ErrnoException) : new Error(String(thrown));
}

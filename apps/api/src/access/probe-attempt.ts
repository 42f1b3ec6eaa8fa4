import type { ProbeStep, TestProgress } from './connection-probe';

/** A step that was tried, with what it led to where it worked. */
export interface Attempt<T> {
  readonly step: ProbeStep;
  readonly result: T | null;
}

/** Tries a step, measures it and tells of it. An error becomes a step that did not work, with what to do about it. */
export async function attempt<T>(
  step: string,
  work: () => Promise<{ readonly detail: string; readonly result: T }>,
  remedyOf: (error: NodeJS.ErrnoException) => string,
  progress: TestProgress,
): Promise<Attempt<T>> {
  const begin = performance.now();
  const end = (result: T | null, came: Omit<ProbeStep, 'step' | 'milliseconds'>): Attempt<T> => {
    const ended = { step, milliseconds: Math.round(performance.now() - begin), ...came };
    progress.ends(ended);
    return { step: ended, result };
  };
  progress.begins(step);
  try {
    const { detail, result } = await work();
    return end(result, { ok: true, detail, remedy: null });
  } catch (error) {
    const failure = asError(error);
    return end(null, { ok: false, detail: failure.message, remedy: remedyOf(failure) });
  }
}

/** What was thrown, told by its members: errors of sockets may come from another realm. */
function asError(thrown: unknown): NodeJS.ErrnoException {
  const isError = typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown;
  return isError ? (thrown as NodeJS.ErrnoException) : new Error(String(thrown));
}

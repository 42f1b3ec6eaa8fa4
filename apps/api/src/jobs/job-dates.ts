import type { JobPatch, JobRecord } from './job.record';

/** The later of two moments. */
export function later(one: Date, other: Date | null): Date {
  return other && other > one ? other : one;
}

/**
 * What a transition writes, with no end before its beginning. Clocks are set back, and those of two processes differ, but
 * nothing takes less than no time.
 */
export function inOrder(job: JobRecord, patch: JobPatch): JobPatch {
  const { finishedAt, cutoverStartedAt } = patch;
  const began = job.migrationStartedAt ?? job.createdAt;
  const cutover = cutoverStartedAt && later(cutoverStartedAt, began);
  return {
    ...patch,
    ...(cutover ? { cutoverStartedAt: cutover } : {}),
    ...(finishedAt ? { finishedAt: later(later(finishedAt, began), job.cutoverStartedAt) } : {}),
  };
}

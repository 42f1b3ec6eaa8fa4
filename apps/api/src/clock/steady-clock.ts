/**
 * Real time that only ever goes forward, at its own pace: the time at which the process began plus how long it has run.
 * The queue measures how long to sleep by it. With the clock of the machine it would sleep for a day after that clock was
 * set back by one.
 */
export const STEADY_CLOCK = {
  now: (): number => performance.timeOrigin + performance.now(),
  setTimeout: (work: () => void, milliseconds: number): NodeJS.Timeout => setTimeout(work, milliseconds),
  clearTimeout: (timer: unknown): void => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work: () => void, milliseconds: number): NodeJS.Timeout => setInterval(work, milliseconds),
  clearInterval: (timer: unknown): void => clearInterval(timer as NodeJS.Timeout),
};

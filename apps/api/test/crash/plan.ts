import { readFileSync } from 'node:fs';

/** When a process is to be killed. */
export type Kills =
  /** Never: the run that the others are compared with. */
  | { readonly at: 'never' }
  /**
   * At every point that no process before it was killed at, when it is passed for the given time; `leave` are points that
   * somebody else kills at.
   */
  | { readonly at: 'each'; readonly pass: number; readonly leave: readonly string[] }
  /** Once, at one point, when it is passed for the given time. */
  | { readonly at: 'point'; readonly point: string; readonly pass: number }
  /** Whatever it is at, when so many points have been passed; one number for each process. */
  | { readonly at: 'counts'; readonly counts: readonly number[] };

/** What a process is to do, and where. */
export interface Plan {
  readonly journeys: readonly string[];
  readonly kills: Kills;
  /** Whether one process is to be stopped by a signal in the middle. */
  readonly stops: boolean;
  /** File that outlives the processes: what was reached, and what was seen. */
  readonly journal: string;
  /** Settings of the service. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Reads the plan that the runner (tools/crash) wrote. */
export function readPlan(file: string): Plan {
  return JSON.parse(readFileSync(file, 'utf8')) as Plan;
}

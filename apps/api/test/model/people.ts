import { Workload } from '@ferry/contracts';

/** How one of Fabrikam's people fares, as the design says it (section 5): what the model knows of the outside. */
export interface Fate {
  /** Workloads whose checks find something. */
  readonly unfit: readonly Workload[];
  /** Workloads that fail whenever they are moved. */
  readonly failing: readonly Workload[];
  /** Items of the mailbox that the target does not take. */
  readonly tooLarge: number;
}

const WELL: Fate = { unfit: [], failing: [], tooLarge: 0 };

/** The people whom the model plays with, by number. */
export const FATES: Readonly<Record<number, Fate>> = {
  1: WELL,
  2: WELL,
  // One loses its connection on the way, the other is told to wait: both arrive all the same.
  44: WELL,
  48: WELL,
  42: { ...WELL, unfit: [Workload.Teams, Workload.Meeting] },
  45: { ...WELL, failing: [Workload.Exchange] },
  46: { ...WELL, failing: [Workload.Teams] },
  47: { ...WELL, tooLarge: 3 },
};

/** Numbers of the people whom the model plays with. */
export const PEOPLE = Object.keys(FATES).map(Number);

/** The fate of a person. */
export function fateOf(number: number): Fate {
  return FATES[number] ?? WELL;
}

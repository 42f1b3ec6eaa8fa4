import type { PersonSituation } from '@ferry/domain';
import type { RunRecord } from './job.record';

/** Where a person of a job stands, as the domain decides about it. */
export function personSituation(runs: readonly RunRecord[], removed: boolean): PersonSituation {
  return { workloads: runs.map(({ status, heldAt }) => ({ status, held: heldAt !== null })), removed };
}

import { Workload } from '@ferry/contracts';
import type { ServiceTrigger } from './service-lifecycle';

/** What the begin of the migration and the cutover do to a workload. */
interface WorkloadSteps {
  readonly begin: ServiceTrigger;
  readonly cutOver: ServiceTrigger;
}

const WAITING: WorkloadSteps = { begin: 'awaitCutover', cutOver: 'start' };

const STEPS: Readonly<Record<Workload, WorkloadSteps>> = {
  [Workload.Exchange]: { begin: 'startSync', cutOver: 'finalize' },
  [Workload.ODSP]: WAITING,
  [Workload.Teams]: WAITING,
  [Workload.Meeting]: WAITING,
};

/** What happens to a workload when the job goes `inProgress`: Exchange syncs, the others wait (contract page 3.6). */
export function beginTrigger(workload: Workload): ServiceTrigger {
  return STEPS[workload].begin;
}

/** What happens to a workload at its cutover: Exchange is finalised, the others begin to move (contract page 3.5). */
export function cutoverTrigger(workload: Workload): ServiceTrigger {
  return STEPS[workload].cutOver;
}

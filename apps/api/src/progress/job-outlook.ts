import { type RemainingTime, type Workload, WORKLOADS } from '@ferry/contracts';
import { crowdOf, paceOf, remainingOfAll, remainingOfRun, stuckAmong } from '@ferry/domain';
import type { RunRecord } from '../jobs/job.record';
import type { MovingRow, SeenRow } from './pace.repository';

/** What can be said of a run beyond its numbers. */
export interface RunOutlook {
  readonly stuck: boolean;
  readonly remaining: RemainingTime | null;
}

/** How a workload of a job moves as a whole. */
interface WorkloadOutlook {
  readonly pace: ReturnType<typeof paceOf>;
  readonly crowd: number;
  readonly remaining: RemainingTime | null;
}

/** What a job looks like at one moment: what is stuck, and how long it may take. */
export class JobOutlook {
  private readonly byId: ReadonlyMap<number, MovingRow>;
  private readonly workloads: ReadonlyMap<Workload, WorkloadOutlook>;
  private readonly stuckIds: ReadonlySet<number>;

  constructor(moving: readonly MovingRow[], seen: readonly SeenRow[]) {
    this.byId = new Map(moving.map((run) => [run.id, run]));
    const [movingOf, seenOf] = [Map.groupBy(moving, serviceOf), Map.groupBy(seen, serviceOf)];
    this.workloads = new Map(
      WORKLOADS.map((service) => {
        const runs = movingOf.get(service) ?? [];
        const pace = paceOf(seenOf.get(service) ?? []);
        return [service, { pace, crowd: crowdOf(runs), remaining: remainingOfAll(runs, pace) }];
      }),
    );
    const peers = Map.groupBy(moving, ({ service, status, phase }) => `${service} ${status} ${phase}`);
    const stuck = [...peers.values()].map((group) => {
      const steps = group.slice(0, 1).flatMap(({ service }) => seenOf.get(service) ?? []);
      return stuckAmong(
        group,
        steps.map((run) => run.longestStepMs),
      );
    });
    this.stuckIds = new Set(stuck.flatMap((ids) => [...ids]));
  }

  /** How many runs are stuck. */
  get stuck(): number {
    return this.stuckIds.size;
  }

  /** The people of whom something is stuck. */
  get stuckPeople(): readonly string[] {
    const people = [...this.stuckIds].flatMap((id) => this.byId.get(id)?.personId ?? []);
    return [...new Set(people)];
  }

  /** A run of the job. */
  of(run: Pick<RunRecord, 'id' | 'service'>): RunOutlook {
    const workload = this.workloads.get(run.service);
    return {
      stuck: this.stuckIds.has(run.id),
      remaining: remainingOfRun(this.byId.get(run.id)?.left ?? null, workload?.pace ?? null, workload?.crowd ?? 1),
    };
  }

  /** How much longer everybody who moves in a workload takes. */
  remainingOf(service: Workload): RemainingTime | null {
    return this.workloads.get(service)?.remaining ?? null;
  }
}

const serviceOf = ({ service }: { readonly service: Workload }): Workload => service;

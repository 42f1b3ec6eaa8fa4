import { JobStatus, ServiceStatus, WORKLOADS } from '@ferry/contracts';
import { beginTrigger, DomainError, hasPassed, nextServiceStatus } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobTransitions } from '../jobs/job-transitions';
import { Queue } from '../queue/queue';
import { ENGINE } from './actor';
import { Cutover } from './cutover';
import { type CheckOutcome, FindingsRepository } from './findings.repository';
import { RollUp } from './roll-up';
import { RunWakeUps } from './run-wake-ups';

/** How a workload begins: one that may not begin has failed. */
const BEGINNINGS: readonly CheckOutcome[] = WORKLOADS.flatMap((service) => {
  const status = nextServiceStatus(ServiceStatus.NotStarted, beginTrigger(service));
  if (!status) throw new DomainError('illegalTransition', `${service} cannot begin.`);
  const phase = status === ServiceStatus.Syncing ? 'copy' : null;
  return [
    { found: 'nothing', service, status, phase, finished: false },
    { found: 'something', service, status: ServiceStatus.Failed, phase: null, finished: true },
  ];
});

/** Turns the outcome of the checks before a migration into a running migration. */
@Injectable()
export class MigrationStart {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly transitions: JobTransitions,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Starts the migration of a locked job once everybody has been checked. All people begin in one transaction, so the
   * job is never seen half started: who passed syncs or waits for the cutover, who did not has failed (contract page
   * 3.6).
   */
  async whenChecked(tx: Orm, job: JobRecord, checkable: readonly ServiceStatus[]): Promise<void> {
    if ((await this.findings.pendingPeople(tx, job.id, checkable)).length > 0) return;
    const cause = { cause: 'all checks passed', actor: ENGINE, at: this.clock.now() };
    const selection = { jobId: job.id, status: ServiceStatus.NotStarted };
    const begun = await this.findings.conclude(tx, selection, BEGINNINGS, cause);
    const moving = begun.filter(({ phase }) => phase !== null).map(({ id }) => id);

    const rolledUp = await this.rollUp.apply(tx, job);
    if (rolledUp.status !== JobStatus.Processing) return;
    const migrating = await this.transitions.apply(tx, rolledUp, 'beginMigration', {
      actor: ENGINE,
      cause: 'everybody has been checked',
    });
    await this.wakeUps.send(tx, migrating, moving);
    const isAwaited = !hasPassed(job.completeAfter, this.clock.now());
    await this.cutover.begin(tx, migrating);
    await this.rollUp.apply(tx, migrating);
    // Else the cutover has just begun, and nobody waits for its date.
    if (isAwaited) {
      const wakeUp = { key: job.id, data: { jobId: job.id }, at: job.completeAfter };
      await this.queue.reschedule(tx, 'job-cutovers', wakeUp);
    }
  }
}

import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';
import { afterExchange, catalogueError, type CatalogueCode, followsExchange } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { type Cause, WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { ENGINE } from './actor';
import { RunWakeUps } from './run-wake-ups';

/** In any other status nothing new may begin, above all not while the job is being cancelled. */
const MIGRATING: ReadonlySet<JobStatus> = new Set([
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
]);

/** Lets the waiting workloads of people cut over: mailboxes first, everything else once the mailbox is settled. */
@Injectable()
export class Cutover {
  constructor(
    private readonly runs: WorkloadRunsRepository,
    private readonly wakeUps: RunWakeUps,
    private readonly changes: Changes,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Starts whatever may start now, for some people of a locked job or for all of them. Does nothing before the date has
   * come, nothing twice, and nothing for a workload of which somebody has to accept the skipped items first.
   */
  async begin(tx: Orm, job: JobRecord, personIds?: readonly string[]): Promise<void> {
    const at = this.clock.now();
    if (!MIGRATING.has(job.status) || at < job.completeAfter) return;
    const runs = personIds
      ? await this.runs.ofPeople(tx, job.id, personIds)
      : await this.runs.ofPeopleWaiting(tx, job.id);
    const exchange = new Map(runs.filter((run) => run.service === Workload.Exchange).map((run) => [run.personId, run]));
    const finalize: number[] = [];
    const start: number[] = [];
    const fail = new Map<CatalogueCode, RunRecord[]>();
    for (const run of runs) {
      if (run.status !== ServiceStatus.Synced || run.heldAt !== null) continue;
      if (!followsExchange(run.service)) {
        finalize.push(run.id);
        continue;
      }
      const next = afterExchange(run.service, exchange.get(run.personId)?.status);
      if (next === 'start') start.push(run.id);
      else if (next !== 'wait') fail.set(next.fail, [...(fail.get(next.fail) ?? []), run]);
    }
    const because = (cause: string): Cause => ({ cause, actor: ENGINE, at });
    const moves = { phase: 'copy', startedAt: at } as const;
    await this.move(tx, job, finalize, ServiceStatus.Finalizing, because('the cutover date has come'), {
      phase: 'copy',
    });
    await this.move(tx, job, start, ServiceStatus.InProgress, because('the mailbox is through'), moves);
    for (const [code, failing] of fail) {
      for (const run of failing) {
        const errors = [catalogueError(code, [run.personId])];
        await this.move(tx, job, [run.id], ServiceStatus.Failed, because(code), { errors, finishedAt: at });
      }
    }
    await this.wakeUps.send(tx, job, [...finalize, ...start]);
  }

  private async move(
    tx: Orm,
    job: JobRecord,
    ids: readonly number[],
    to: ServiceStatus,
    cause: Cause,
    patch: Parameters<WorkloadRunsRepository['moveAll']>[4],
  ): Promise<void> {
    if (ids.length === 0) return;
    const selection = { jobId: job.id, statuses: [ServiceStatus.Synced], ids };
    const moved = await this.runs.moveAll(tx, selection, to, cause, patch);
    const personIds = [...new Set(moved.map((run) => run.personId))];
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
  }
}

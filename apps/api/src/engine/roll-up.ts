import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';
import {
  hasPassed,
  type JobFigures,
  keptBy,
  nextJobStatus,
  rollUpMigration,
  rollUpTrigger,
  rollUpValidation,
  type MigrationRollUp,
  type ServiceCounts,
  type ValidationRollUp,
} from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobTransitions } from '../jobs/job-transitions';
import { JobsRepository } from '../jobs/jobs.repository';
import { type HeldCount, RollUpRepository } from './roll-up.repository';
import { ENGINE } from './actor';

/** Brings a job to where its people are. */
@Injectable()
export class RollUp {
  constructor(
    private readonly counts: RollUpRepository,
    private readonly jobs: JobsRepository,
    private readonly transitions: JobTransitions,
    private readonly clock: ServiceClock,
  ) {}

  /** Counts the people of a locked job and moves it if they have left its status behind. */
  async apply(tx: Orm, job: JobRecord): Promise<JobRecord> {
    const [rolledUp] = await this.applyAll(tx, [job]);
    return rolledUp ?? job;
  }

  /**
   * The same for several locked jobs of which runs have moved, none of them to wait for a decision. A large job settles
   * thousands of runs, and nearly every time another one keeps it where it is: it is counted only when there is none.
   */
  async applyWhereLeft(tx: Orm, jobs: readonly JobRecord[]): Promise<void> {
    const now = this.clock.now();
    const asked = jobs.flatMap(({ id, status, completeAfter }) => {
      const keeping = keptBy(status, hasPassed(completeAfter, now));
      return keeping ? [{ id, ...keeping }] : [];
    });
    const kept = asked.length === 0 ? new Set<string>() : await this.counts.keptJobs(tx, asked);
    await this.applyAll(
      tx,
      jobs.filter(({ id }) => !kept.has(id)),
    );
  }

  /** Counts several locked jobs, whatever may keep them. */
  async applyAll(tx: Orm, jobs: readonly JobRecord[]): Promise<JobRecord[]> {
    if (jobs.length === 0) return [];
    const counts = Map.groupBy(
      await this.counts.countByStatus(
        tx,
        jobs.map((job) => job.id),
      ),
      ({ jobId }) => jobId,
    );
    const rolledUp: JobRecord[] = [];
    for (const job of jobs) rolledUp.push(await this.rollUp(tx, job, counts.get(job.id) ?? []));
    return rolledUp;
  }

  private rollUp(tx: Orm, job: JobRecord, counts: readonly HeldCount[]): Promise<JobRecord> | JobRecord {
    const now = this.clock.now();
    switch (job.status) {
      case JobStatus.ValidateInProgress:
        return this.moveTo(tx, job, rollUpValidation(total(counts)), counts, now);
      case JobStatus.Processing:
      case JobStatus.InProgress:
      case JobStatus.AdminActionRequired:
      case JobStatus.CuttingOver: {
        const rolledUp = rollUpMigration(byService(counts), hasPassed(job.completeAfter, now), heldIn(counts));
        return this.moveTo(tx, job, rolledUp, counts, now);
      }
      case JobStatus.Submitted:
      case JobStatus.Approved:
      case JobStatus.ValidateSubmitted:
      case JobStatus.ValidateProcessing:
      case JobStatus.ValidatePassed:
      case JobStatus.ValidateFailed:
      case JobStatus.Completed:
      case JobStatus.CompletedWithErrors:
      case JobStatus.Failed:
      case JobStatus.PendingCancel:
      case JobStatus.Cancelled:
      case JobStatus.PendingDelete:
      case JobStatus.Deleted:
      case JobStatus.UnknownFutureValue:
        return job;
    }
  }

  private async moveTo(
    tx: Orm,
    job: JobRecord,
    rolledUp: ValidationRollUp | MigrationRollUp,
    counts: readonly HeldCount[],
    now: Date,
  ): Promise<JobRecord> {
    const trigger = rollUpTrigger(rolledUp);
    if (rolledUp === job.status || !trigger || !nextJobStatus(job.status, trigger)) return job;
    const figures = await this.figures(tx, job, counts);
    return this.transitions.apply(tx, job, trigger, {
      actor: ENGINE,
      cause: 'rolled up from its people',
      figures,
      patch: patchFor(rolledUp, job, now),
    });
  }

  private async figures(tx: Orm, job: JobRecord, counts: readonly HeldCount[]): Promise<JobFigures> {
    const { active } = await this.jobs.countPeople(tx, job.id);
    const inTrouble = counts.some((count) => TROUBLE.has(count.status));
    return {
      people: active,
      peopleWithErrors: inTrouble ? await this.counts.countPeopleIn(tx, job.id, [...TROUBLE]) : 0,
      completeAfter: job.completeAfter,
      workloadsHeld: heldIn(counts),
    };
  }
}

const TROUBLE: ReadonlySet<ServiceStatus> = new Set([ServiceStatus.Invalid, ServiceStatus.Error, ServiceStatus.Failed]);

function patchFor(
  status: ValidationRollUp | MigrationRollUp,
  { cutoverStartedAt }: JobRecord,
  now: Date,
): { validatedAt?: Date; cutoverStartedAt?: Date; finishedAt?: Date } {
  switch (status) {
    case JobStatus.ValidatePassed:
    case JobStatus.ValidateFailed:
      return { validatedAt: now };
    case JobStatus.CuttingOver:
      // It may have waited for a decision in between; the cutover began before that.
      return { cutoverStartedAt: cutoverStartedAt ?? now };
    case JobStatus.Completed:
    case JobStatus.CompletedWithErrors:
    case JobStatus.Failed:
    case JobStatus.Cancelled:
      return { finishedAt: now };
    case JobStatus.ValidateInProgress:
    case JobStatus.InProgress:
    case JobStatus.AdminActionRequired:
      return {};
  }
}

function heldIn(counts: readonly HeldCount[]): number {
  return counts.reduce((sum, { held }) => sum + held, 0);
}

function total(counts: readonly HeldCount[]): ServiceCounts {
  const sum: ServiceCounts = {};
  for (const { status, people } of counts) sum[status] = (sum[status] ?? 0) + people;
  return sum;
}

function byService(counts: readonly HeldCount[]): Partial<Record<Workload, ServiceCounts>> {
  const services: Partial<Record<Workload, ServiceCounts>> = {};
  for (const { service, status, people } of counts) (services[service] ??= {})[status] = people;
  return services;
}

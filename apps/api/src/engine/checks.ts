import { JobStatus, ServiceStatus, WORKLOADS } from '@ferry/contracts';
import { runChecks } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { type Cause, WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import type { HeldMessage } from '../queue/message-loop';
import { type NewMessage, Queue } from '../queue/queue';
import { TurnsRepository } from '../queue/turns.repository';
import { SandboxTroubles } from '../sandbox/troubles/sandbox-troubles';
import { ENGINE } from './actor';
import { FactsRepository } from './facts.repository';
import { type CheckOutcome, FindingsRepository } from './findings.repository';
import { MigrationStart } from './migration-start';
import { RollUp } from './roll-up';

/** How many people one message checks: enough to be quick, few enough to show progress. */
const PEOPLE_PER_MESSAGE = 25;

/** Checks ask nobody outside, so all of them stand in one line. */
const LINE = 'checks';

/** In which statuses of a run it still has to be checked, while its job validates or sets up its migration. */
const CHECKABLE: Partial<Record<JobStatus, readonly ServiceStatus[]>> = {
  [JobStatus.ValidateInProgress]: [ServiceStatus.NotStarted, ServiceStatus.InProgress],
  [JobStatus.Processing]: [ServiceStatus.NotStarted],
};

/** What a validation says of a workload. */
const VERDICTS: readonly CheckOutcome[] = WORKLOADS.flatMap((service) => [
  { found: 'nothing', service, status: ServiceStatus.Valid, phase: null, finished: false },
  { found: 'something', service, status: ServiceStatus.Invalid, phase: null, finished: false },
]);

/** Runs the named checks for the people of a job, for a validation and again when a migration is set up. */
@Injectable()
export class Checks {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly findings: FindingsRepository,
    private readonly facts: FactsRepository,
    private readonly troubles: SandboxTroubles,
    private readonly migrationStart: MigrationStart,
    private readonly rollUp: RollUp,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly turns: TurnsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** Sends a message for every group of people who have not been checked yet; draws the conclusion if there are none. */
  async goOn(tx: Orm, job: JobRecord): Promise<void> {
    const checkable = CHECKABLE[job.status] ?? [];
    const people = await this.findings.pendingPeople(tx, job.id, checkable);
    if (people.length === 0) {
      if (job.status === JobStatus.Processing) await this.migrationStart.whenChecked(tx, job, checkable);
      else await this.rollUp.apply(tx, job);
      return;
    }
    // One job's people are checked in turn with those of others (ADR 0028).
    const count = Math.ceil(people.length / PEOPLE_PER_MESSAGE);
    const first = await this.turns.take(tx, 'person-checks', [{ jobId: job.id, line: LINE, count }]);
    const messages: NewMessage<'person-checks'>[] = [];
    for (let from = 0; from < people.length; from += PEOPLE_PER_MESSAGE) {
      const personIds = people.slice(from, from + PEOPLE_PER_MESSAGE);
      const turn = (first.get(job.id) ?? 1) + messages.length;
      messages.push({ key: `${job.id}:${personIds[0] ?? ''}`, data: { jobId: job.id, personIds }, group: LINE, turn });
    }
    await this.queue.send(tx, 'person-checks', messages);
  }

  /** Checks the people of a message and saves what was found together with the end of the message. */
  async handle(message: HeldMessage<'person-checks'>): Promise<void> {
    const { jobId, personIds } = message.data;
    const job = await this.database.transaction(async (tx) => {
      const locked = await this.jobs.lock(tx, jobId);
      if (locked?.status === JobStatus.ValidateInProgress) await this.showAsChecking(tx, locked, personIds);
      return locked;
    });
    const checkable = job ? CHECKABLE[job.status] : undefined;
    if (!job || !checkable) return;

    const pending = await this.findings.pending(this.database.orm, job.id, checkable, personIds);
    const pendingIds = [...new Set(pending.map((run) => run.personId))];
    const gathered = await this.facts.gather(job, pendingIds, this.clock.now());
    const facts = await this.troubles.withoutUnmet(job.tenantId, gathered);
    await this.database.transaction(async (tx) => {
      // The job first: whoever holds it sends such messages, and would wait for the end of this one.
      const now = await this.jobs.lock(tx, jobId);
      await this.queue.complete(tx, 'person-checks', message);
      if (!now || now.status !== job.status) return;
      const current = await this.facts.withRivals(tx, now, facts);
      const found = pending.map((run) => {
        const known = current.get(run.personId);
        return { runId: run.id, findings: known ? runChecks(known, run.service) : [] };
      });
      await this.findings.save(tx, checkable, found, this.clock.now());
      if (now.status === JobStatus.ValidateInProgress)
        await this.showVerdicts(
          tx,
          now,
          pending.map((run) => run.id),
        );
      else await this.migrationStart.whenChecked(tx, now, checkable);
      await this.changes.announce(tx, { jobId, tenantId: job.tenantId, personIds });
    });
  }

  private async showAsChecking(tx: Orm, job: JobRecord, personIds: readonly string[]): Promise<void> {
    const cause = this.because('checks began');
    const selection = { jobId: job.id, statuses: [ServiceStatus.NotStarted], personIds };
    await this.runs.moveAll(tx, selection, ServiceStatus.InProgress, cause);
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
  }

  private async showVerdicts(tx: Orm, job: JobRecord, runIds: readonly number[]): Promise<void> {
    const selection = { jobId: job.id, status: ServiceStatus.InProgress, runIds };
    await this.findings.conclude(tx, selection, VERDICTS, this.because('all checks passed'));
    await this.rollUp.apply(tx, job);
  }

  private because(cause: string): Cause {
    return { cause, actor: ENGINE, at: this.clock.now() };
  }
}

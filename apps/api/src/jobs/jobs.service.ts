import type { CreateCrossTenantMigrationJob, UpdateCrossTenantMigrationJob } from '@ferry/contracts';
import { decideAction, decideApprover, type JobAction } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../auth/caller';
import { Changes, notificationOf } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database, type Orm } from '../database/database';
import { isUniqueViolation } from '../database/unique-violation';
import { CALLER_CAUSES } from '../events/caller-causes';
import { Queue } from '../queue/queue';
import type { EntityKey } from '../graph/entity-key';
import { type BodyFault, bodyRefusal } from '../graph/body-fault';
import { argumentFaults, badArgument, cutoverDateFault, wrongArgument } from './job-arguments';
import { ActionRefusedError, ApprovalRefusedError, JobNotFoundError } from './job-errors';
import type { JobWithResources } from './job.record';
import { JobStarts } from './job-starts';
import { JobTransitions } from './job-transitions';
import { JobsRepository } from './jobs.repository';
import { newJob } from './new-job';

/** What callers may do with jobs: every decision is asked of `libs/domain`, every change is one transaction. */
@Injectable()
export class JobsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly starts: JobStarts,
    private readonly transitions: JobTransitions,
    private readonly queue: Queue,
    private readonly changes: Changes,
    private readonly clock: ServiceClock,
  ) {}

  /** Creates a job; starts it when the body, or the setting, says so. */
  async create(caller: Caller, body: CreateCrossTenantMigrationJob): Promise<JobWithResources> {
    const at = this.clock.now();
    if (argumentFaults(caller, body, at, this.config).length > 0) {
      throw bodyRefusal(await this.faultsOf(caller, body));
    }
    const job = newJob(body, {
      id: randomUUID(),
      tenantId: caller.tenantId,
      actor: caller.actor,
      at,
      onCreate: this.config.onCreate,
      requireApproval: this.config.requireApproval,
    });
    const startsNow = (body.jobType ?? null) !== null || this.config.onCreate !== 'none';
    try {
      if (!startsNow) await this.insert(this.database.orm, job);
      else {
        await this.database.transaction(async (tx) => {
          await this.insert(tx, job);
          await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
        });
      }
    } catch (error) {
      if (!isUniqueViolation(error, 'jobs_tenant_display_name')) throw error;
      throw badArgument('displayName', 'duplicateDisplayNameJob');
    }
    return job;
  }

  /** Everything that a create body asks for and that cannot be, beside what is known to be wrong with it. */
  async faultsOf(
    caller: Caller,
    body: CreateCrossTenantMigrationJob,
    known: readonly BodyFault[] = [],
  ): Promise<BodyFault[]> {
    const faults = argumentFaults(caller, body, this.clock.now(), this.config, known);
    if (known.some(({ target }) => target === 'displayName')) return faults;
    const namesake = await this.jobs.findByName(caller.tenantId, body.displayName);
    return namesake ? [wrongArgument('displayName', 'duplicateDisplayNameJob'), ...faults] : faults;
  }

  /** A job of the caller's tenant: by its name, or by a text that is an id if there is such a job, else a name. */
  async get(caller: Caller, key: EntityKey): Promise<JobWithResources> {
    const job =
      key.by === 'displayName'
        ? await this.jobs.findByName(caller.tenantId, key.value)
        : await this.jobs.findByIdOrName(caller.tenantId, key.value);
    if (!job) throw new JobNotFoundError(key.value);
    return job;
  }

  /** Moves the cutover date. */
  async update(caller: Caller, key: EntityKey, body: UpdateCrossTenantMigrationJob): Promise<JobWithResources> {
    const completeAfter = body.completeAfterDateTime;
    const fault = cutoverDateFault(completeAfter, this.clock.now(), this.config);
    if (fault) throw bodyRefusal([fault]);
    return this.act(caller, key, 'update', async (tx, job) => {
      const at = this.clock.now();
      await this.jobs.setCompleteAfter(tx, job.id, completeAfter, at);
      const cause = `${CALLER_CAUSES.dateMoved} from ${job.completeAfter.toISOString()} to ${completeAfter.toISOString()}`;
      await this.transitions.note(tx, job, { actor: caller.actor, cause });
      await this.queue.reschedule(tx, 'job-cutovers', { key: job.id, data: { jobId: job.id }, at: completeAfter });
      return { ...job, completeAfter, updatedAt: at };
    });
  }

  /** Accepts a deletion; the engine carries it out. */
  async delete(caller: Caller, key: EntityKey): Promise<void> {
    await this.act(caller, key, 'delete', async (tx, job) => {
      const move = { actor: caller.actor, cause: CALLER_CAUSES.deleted };
      const deleted = await this.transitions.apply(tx, job, 'delete', move);
      await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
      return deleted;
    });
  }

  /** Starts a validation. */
  validate(caller: Caller, key: EntityKey): Promise<JobWithResources> {
    return this.act(caller, key, 'validate', (tx, job) =>
      this.starts.validate(tx, job, { actor: caller.actor, cause: CALLER_CAUSES.validated }),
    );
  }

  /**
   * Starts a migration, or another attempt for those who did not succeed. Where approval is required it is submitted and
   * waits for another person.
   */
  migrate(caller: Caller, key: EntityKey): Promise<JobWithResources> {
    const move = { actor: caller.actor, cause: CALLER_CAUSES.migrated };
    return this.act(caller, key, 'migrate', (tx, job) =>
      this.config.requireApproval ? this.starts.requestApproval(tx, job, move) : this.starts.migrate(tx, job, move),
    );
  }

  /** Approves a migration that was submitted; the engine starts it. Throws `ApprovalRefusedError` for the wrong caller. */
  approve(caller: Caller, key: EntityKey): Promise<JobWithResources> {
    return this.act(caller, key, 'approve', async (tx, job) => {
      const approver = { actor: caller.actor, isPerson: caller.kind === 'delegated' };
      const decision = decideApprover(approver, job.createdBy);
      if (!decision.allowed) throw new ApprovalRefusedError(decision.code, decision.message);
      const approved = await this.transitions.apply(tx, job, 'approve', {
        actor: caller.actor,
        cause: CALLER_CAUSES.approved,
      });
      await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
      return approved;
    });
  }

  /** Accepts a cancellation; the engine carries it out. */
  cancel(caller: Caller, key: EntityKey): Promise<JobWithResources> {
    return this.act(caller, key, 'cancel', async (tx, job) => {
      const move = { actor: caller.actor, cause: CALLER_CAUSES.cancelled };
      const cancelled = await this.transitions.apply(tx, job, 'cancel', move);
      await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
      return cancelled;
    });
  }

  private insert(orm: Orm, job: JobWithResources): Promise<void> {
    // Whoever follows the job began after this and has seen everybody.
    const change = { jobId: job.id, tenantId: job.tenantId, personIds: [] };
    return this.jobs.insert(orm, job, CALLER_CAUSES.created, notificationOf(change));
  }

  /**
   * Decides on the locked row and acts in the same transaction: of two callers who ask at once, the second one sees
   * what the first one did.
   */
  private async act(
    caller: Caller,
    key: EntityKey,
    action: JobAction,
    work: (tx: Orm, job: JobWithResources) => Promise<JobWithResources>,
  ): Promise<JobWithResources> {
    const found = await this.get(caller, key);
    return this.database.transaction(async (tx) => {
      const job = await this.jobs.lockWithResources(tx, found.id);
      if (!job) throw new JobNotFoundError(key.value);
      const decision = decideAction(action, job, this.clock.now(), this.config);
      if (!decision.allowed) throw new ActionRefusedError(action, decision.code, decision.message);
      return work(tx, job);
    });
  }
}

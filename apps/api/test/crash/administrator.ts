import type { INestApplicationContext } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from '../../src/auth/caller';
import { Changes } from '../../src/changes/changes';
import { ServiceClock } from '../../src/clock/service-clock';
import type { Orm } from '../../src/database/database';
import { rowsOf } from '../../src/database/rows-of';
import { SkippedItemsService } from '../../src/decisions/skipped-items.service';
import { JobNotFoundError } from '../../src/jobs/job-errors';
import type { JobWithResources } from '../../src/jobs/job.record';
import { JobsService } from '../../src/jobs/jobs.service';
import { PeopleAdditionsService } from '../../src/jobs/people-additions.service';
import { PeopleRemovalsService } from '../../src/jobs/people-removals.service';
import { WorkloadRunsRepository } from '../../src/jobs/workload-runs.repository';
import { ClockControl } from '../../src/sandbox/control/clock-control';
import type { EntityKey } from '../../src/graph/entity-key';
import { ADMIN, createBody, fabrikamPerson, keyOf } from '../support/fabrikam';
import { audit } from './audit';
import type { Journal } from './journal';
import { type Deed, type Journey, JOURNEYS } from './journeys';
import { outcomeOf } from './outcome';

/** Whoever created a job may not approve it. */
const APPROVER: Caller = { ...ADMIN, actor: 'approver@fabrikam.example' };

const HOUR_MS = 3_600_000;
const EMPTY_WITHIN_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/** How a journey was left. */
export type Left = 'done' | 'stop';

/** Somebody who leads jobs through their journeys, and who is cut off with the service: each time, the tables tell where. */
export class Administrator {
  private word = Promise.withResolvers<undefined>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly orm: Orm,
    private readonly journal: Journal,
    private readonly toBeStopped: boolean,
  ) {
    app.get(Changes).signals.subscribe(() => this.word.resolve(undefined));
  }

  /** Leads a job to its end, or to where the service is to be stopped. */
  async lead(name: string): Promise<Left> {
    const journey = JOURNEYS[name.split('#')[0] ?? ''];
    if (!journey) throw new Error(`There is no journey "${name}".`);
    for (;;) {
      this.word = Promise.withResolvers<undefined>();
      const job = await this.find(name);
      if (!job && this.journal.hasCompared(name)) return this.finish(name);
      if (!job) {
        await this.create(name, journey);
        continue;
      }
      const deed = journey.next({
        job,
        runs: await this.app.get(WorkloadRunsRepository).ofJob(job.id),
        now: this.app.get(ServiceClock).now(),
        compared: this.journal.hasCompared(name),
        toBeStopped: this.toBeStopped,
      });
      if (deed === 'leave') return this.finish(name);
      if (deed === 'stop') return 'stop';
      await this.do(deed, name, job, journey);
    }
  }

  private async do(
    deed: Exclude<Deed, 'leave' | 'stop'>,
    name: string,
    job: JobWithResources,
    journey: Journey,
  ): Promise<void> {
    const jobs = this.app.get(JobsService);
    const key = keyOf(job);
    const other = fabrikamPerson(journey.other ?? 0);
    switch (deed) {
      case 'wait':
        await this.word.promise;
        return;
      case 'add':
        await this.app.get(PeopleAdditionsService).add(ADMIN, job, { id: other });
        return;
      case 'validate':
        await jobs.validate(ADMIN, key);
        return;
      case 'migrate':
        await jobs.migrate(ADMIN, key);
        return;
      case 'approve':
        await jobs.approve(APPROVER, key);
        return;
      case 'accept':
        await this.app.get(SkippedItemsService).accept(ADMIN, key, other);
        return;
      case 'takeOut':
        return this.app.get(PeopleRemovalsService).remove(ADMIN, key, other, 'crash');
      case 'bringForward':
        await jobs.update(ADMIN, key, { completeAfterDateTime: new Date(0) });
        return;
      case 'advanceClock':
        return this.app.get(ClockControl).advance(HOUR_MS);
      case 'cancel':
        await jobs.cancel(ADMIN, key);
        return;
      case 'compare':
        this.journal.write({ kind: 'outcome', journey: name, outcome: await outcomeOf(this.app, this.orm, job) });
        return;
      case 'delete':
        return jobs.delete(ADMIN, key);
    }
  }

  private async find(name: string): Promise<JobWithResources | null> {
    const key: EntityKey = { by: 'displayName', value: name };
    try {
      return await this.app.get(JobsService).get(ADMIN, key);
    } catch (error) {
      if (error instanceof JobNotFoundError) return null;
      throw error;
    }
  }

  /** Whoever was in an earlier journey begins with nothing at the target, and with all troubles before them. */
  private async create(name: string, journey: Journey): Promise<void> {
    const { orm } = this;
    const people = sql.param([...journey.people, journey.other ?? 0].map(fabrikamPerson));
    for (const table of ['sandbox_items', 'sandbox_containers', 'sandbox_faults']) {
      await orm.execute(sql`delete from ${sql.identifier(table)} where person_id = any(${people}::uuid[])`);
    }
    const date = new Date(this.app.get(ServiceClock).now().getTime() + journey.hours * HOUR_MS);
    const body = createBody(journey.people, date, { displayName: name, ...journey.body });
    await this.app.get(JobsService).create(ADMIN, body);
  }

  /** At the end nothing waits for anybody, no connection is in use, and everything that must always hold does. */
  private async finish(name: string): Promise<Left> {
    const { orm } = this;
    const look = async (): Promise<string[]> => {
      const waiting = await orm.execute(
        sql`select 'message ' || name || ' ' || state || ' ' || coalesce(singleton_key, '') || ' ' || start_after as row
          from pgboss.job where state in ('created', 'retry', 'active')`,
      );
      const connected = await orm.execute(
        sql`select 'a slot of ' || endpoint || ' for run ' || run_id as row from endpoint_slots where run_id is not null`,
      );
      return [...rowsOf<{ row: string }>(waiting), ...rowsOf<{ row: string }>(connected)].map(({ row }) => row);
    };
    const giveUp = performance.now() + EMPTY_WITHIN_MS;
    let left = await look();
    while (left.length > 0 && performance.now() < giveUp) {
      await delay(LOOK_AGAIN_MS);
      left = await look();
    }
    const problems = [...left.map((what) => `left after the end: ${what}`), ...(await audit(orm))];
    for (const problem of problems)
      this.journal.write({ kind: 'problem', problem: `${name}: ${problem}`, after: null });
    this.journal.write({ kind: 'done', journey: name });
    return 'done';
  }
}

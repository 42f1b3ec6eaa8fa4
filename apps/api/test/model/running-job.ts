import { Workload } from '@ferry/contracts';
import { concatMap, filter, firstValueFrom, merge, of, timeout } from 'rxjs';
import { Changes } from '../../src/changes/changes';
import type { JobRecord } from '../../src/jobs/job.record';
import { JobsRepository } from '../../src/jobs/jobs.repository';
import { ProgressService } from '../../src/progress/progress.service';
import { ClockControl } from '../../src/sandbox/control/clock-control';
import { FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { ADMIN, fabrikamPerson, TestService } from '../support/test-service';
import type { JobModel } from './job-model';

/** For how long the engine may take to arrive where the model is; a comparison that fails says where it stands then. */
const PATIENCE_MS = 30_000;

/** The engine that the model is compared with, on a database that outlives restarts. */
export class RunningJob {
  constructor(public service: TestService) {}

  get now(): Date {
    return this.service.clock.now();
  }

  /** Moves the clock ahead. */
  advance(milliseconds: number): Promise<void> {
    return this.service.app.get(ClockControl).advance(milliseconds);
  }

  /** Ends the service and starts it again on the same database. */
  async restart(settings: Readonly<Record<string, string>>): Promise<void> {
    await this.service.stop();
    this.service = await TestService.on(this.service.test, settings);
  }

  /** Waits until the engine stands where the model stands; woken by changes. Throws with both when it does not. */
  async agrees(model: JobModel): Promise<JobRecord | null> {
    const changes = this.service.app
      .get(Changes)
      .signals.pipe(filter((signal) => signal === 'gap' || signal.jobId === model.id));
    let last = '';
    const agreement = merge(of('now'), changes).pipe(
      concatMap(async () => {
        const job = await this.service.app.get(JobsRepository).find(FABRIKAM_ID, model.id);
        await this.endWaits(job);
        model.settle(this.now);
        last = await this.fingerprint(job);
        return { job, agrees: last === model.fingerprint() };
      }),
      filter(({ agrees }) => agrees),
      timeout(PATIENCE_MS),
    );
    try {
      return (await firstValueFrom(agreement)).job;
    } catch (error) {
      throw new Error(`The model says:\n${model.fingerprint()}\n\nThe engine says:\n${last}`, { cause: error });
    }
  }

  /** What the engine shows of a job, in the words of the model. */
  private async fingerprint(job: JobRecord | null): Promise<string> {
    if (job === null) return 'gone';
    const people = await this.service.app.get(ProgressService).ofPeople(job, null);
    const lines = people.map(({ id, removed, services }) => {
      const states = services.map(
        ({ service, status, heldDateTime }) => `${service} ${status}${heldDateTime ? ' held' : ''}`,
      );
      return `${numberOf(id)}${removed ? ' removed' : ''}: ${states.sort().join(', ')}`;
    });
    return [`${job.status} (${job.jobType}, attempt ${job.attempt})`, ...lines.sort()].join('\n');
  }

  /** A run that backs off after a fault waits on the service's clock: it is moved to where the wait ends. */
  private async endWaits(job: JobRecord | null): Promise<void> {
    if (job === null) return;
    const people = await this.service.app.get(ProgressService).ofPeople(job, null);
    const until = people.flatMap(({ services }) =>
      services.map(({ waitsUntilDateTime }) => +(waitsUntilDateTime ?? 0)),
    );
    const longest = Math.max(0, ...until) - this.now.getTime();
    if (longest > 0) await this.advance(longest + 1);
  }
}

/** The number of one of Fabrikam's people. */
export function numberOf(id: string): number {
  return Number(id.slice(-12));
}

/** Names a person of the job for a call. */
export const personId = fabrikamPerson;

/** Who asks in the model: the creator, and the one who approves. */
export const CREATOR = ADMIN;
export const APPROVER = { ...ADMIN, actor: 'approver@fabrikam.example' };

/** The choices of workloads that the contract allows and that differ for the lifecycle. */
export const CHOICES: readonly (readonly Workload[])[] = [
  [Workload.Exchange, Workload.ODSP, Workload.Teams, Workload.Meeting],
  [Workload.Exchange],
  [Workload.Exchange, Workload.ODSP],
  [Workload.ODSP],
  [Workload.Teams, Workload.ODSP],
];

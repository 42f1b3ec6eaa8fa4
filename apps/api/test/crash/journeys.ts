import { type CreateCrossTenantMigrationJob, JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { isSettled } from '@ferry/domain';
import type { JobWithResources, RunRecord } from '../../src/jobs/job.record';
import { fabrikamPerson } from '../support/fabrikam';

/** What the administrator does next, as far as the tables tell; somebody who was cut off looks, and goes on from there. */
export type Deed =
  | 'wait'
  | 'add'
  | 'validate'
  | 'migrate'
  | 'approve'
  | 'accept'
  | 'takeOut'
  | 'bringForward'
  | 'advanceClock'
  | 'cancel'
  | 'stop'
  | 'compare'
  | 'delete'
  | 'leave';

/** Where a job stands. */
export interface Scene {
  readonly job: JobWithResources;
  readonly runs: readonly RunRecord[];
  readonly now: Date;
  readonly compared: boolean;
  /** Whether the service is still to be stopped in the middle. */
  readonly toBeStopped: boolean;
}

/** A job, from its creation to its end, with what is asked of it on the way. */
export interface Journey {
  readonly people: readonly number[];
  readonly body: Partial<CreateCrossTenantMigrationJob>;
  /** Hours from the creation to the cutover date. */
  readonly hours: number;
  /** Who is added, or taken out. */
  readonly other?: number;
  next(scene: Scene): Deed;
}

const HOURS_OF_MONTH = 720;

const ended = ({ compared }: Scene): Deed => (compared ? 'delete' : 'compare');

/** Every mailbox is in sync and the others wait: nothing moves before the date. */
const areSynced = (runs: readonly RunRecord[]): boolean =>
  runs.every(({ status }) => status === ServiceStatus.Synced || isSettled(status));

const isOut = (runs: readonly RunRecord[], person: number): boolean =>
  runs.some(({ personId, status }) => personId === fabrikamPerson(person) && status === ServiceStatus.Cancelled);

/** Created, checked, submitted and approved, migrated, tried again for the one who failed, deleted; one loses a connection. */
const wholeLife: Journey = {
  people: [1, 45],
  other: 44,
  body: {},
  hours: 0,
  next(scene) {
    const { status, jobType, resources, attempt } = scene.job;
    switch (status) {
      case JobStatus.Submitted:
        if (jobType === JobType.Migrate) return 'approve';
        return resources.length === 2 ? 'add' : 'validate';
      case JobStatus.ValidatePassed:
        return 'migrate';
      case JobStatus.InProgress:
      case JobStatus.CuttingOver:
        return scene.toBeStopped ? 'stop' : 'wait';
      case JobStatus.CompletedWithErrors:
        return attempt === 1 ? 'migrate' : ended(scene);
      default:
        return 'wait';
    }
  },
};

/** Somebody has items that the target does not take: they are accepted. */
const held: Journey = {
  people: [47],
  other: 47,
  body: { jobType: JobType.Migrate },
  hours: 0,
  next(scene) {
    switch (scene.job.status) {
      case JobStatus.Submitted:
        return 'approve';
      case JobStatus.AdminActionRequired:
        return 'accept';
      case JobStatus.Completed:
        return ended(scene);
      default:
        return 'wait';
    }
  },
};

/** Created to migrate; somebody is taken out before the date, which is then brought forward. */
const takenOut: Journey = {
  people: [2, 46],
  other: 2,
  body: { jobType: JobType.Migrate },
  hours: HOURS_OF_MONTH,
  next(scene) {
    const { job, runs, now } = scene;
    if (job.status === JobStatus.CompletedWithErrors) return ended(scene);
    if (job.status !== JobStatus.InProgress || now >= job.completeAfter || !areSynced(runs)) return 'wait';
    return isOut(runs, 2) ? 'bringForward' : 'takeOut';
  },
};

/**
 * The clock is moved, an hour at a time so that whoever is killed then can move it again: past the pauses that a throttled
 * mailbox asks for, and to the date.
 */
const dateComes: Journey = {
  people: [3, 48],
  body: { jobType: JobType.Migrate, workloads: [Workload.Exchange, Workload.ODSP] },
  hours: 48,
  next(scene) {
    const { job, runs, now } = scene;
    if (job.status === JobStatus.Completed) return ended(scene);
    if (job.status !== JobStatus.InProgress) return 'wait';
    const isPaused = runs.some(({ waitsUntil }) => waitsUntil !== null && waitsUntil > now);
    const isWaiting = now < job.completeAfter && areSynced(runs);
    return isPaused || isWaiting ? 'advanceClock' : 'wait';
  },
};

/** Cancelled while it waits for its date. */
const cancelled: Journey = {
  people: [4],
  body: { jobType: JobType.Migrate },
  hours: HOURS_OF_MONTH,
  next(scene) {
    if (scene.job.status === JobStatus.Cancelled) return ended(scene);
    return scene.job.status === JobStatus.InProgress && areSynced(scene.runs) ? 'cancel' : 'wait';
  },
};

/** Created to validate, and does not pass. */
const refused: Journey = {
  people: [5, 41],
  body: { jobType: JobType.Validate },
  hours: HOURS_OF_MONTH,
  next: (scene) => (scene.job.status === JobStatus.ValidateFailed ? ended(scene) : 'wait'),
};

/** Forty people at once, to be killed at random. */
const forty: Journey = {
  people: Array.from({ length: 40 }, (_, index) => index + 1),
  body: { jobType: JobType.Migrate },
  hours: 0,
  next(scene) {
    if (scene.job.status !== JobStatus.Completed) return 'wait';
    return scene.compared ? 'leave' : 'compare';
  },
};

/** Every journey by its name. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  wholeLife,
  held,
  takenOut,
  dateComes,
  cancelled,
  refused,
  forty,
};

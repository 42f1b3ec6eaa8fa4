import {
  type JobEvent,
  type JobProgress,
  type PersonProgress,
  type RemainingTime,
  type ServiceProgress,
  type ServiceTotals,
  type WaitReason,
  Workload,
  WORKLOADS,
} from '@ferry/contracts';
import { awaitsApproval, validationExpiresAt, waitReason, type WaitingRun } from '@ferry/domain';
import { JobStatus } from '@ferry/contracts';
import type { JobEventRecord } from '../events/job-events.repository';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { toListedJob } from '../jobs/job.mapper';
import { runMessage } from '../jobs/run-message';
import type { RunCount } from '../jobs/workload-runs.repository';
import { foundItems } from './found-items';
import type { JobOutlook, RunOutlook } from './job-outlook';
import type { PersonRow, TotalsRow } from './progress.repository';

/** A workload of a person in numbers. */
export function toServiceProgress(
  run: RunRecord,
  job: JobRecord,
  outlook: RunOutlook,
  waiting: WaitReason | null,
): ServiceProgress {
  const { copied, alreadyThere, skipped, failed } = run;
  const found = foundItems(run);
  return {
    service: run.service,
    status: run.status,
    message: runMessage(run, job),
    errors: run.errors.map(({ code, message }) => ({ code, message })),
    attempt: run.attempt,
    expected: Math.max(run.expected, found),
    found,
    copied,
    alreadyThere,
    skipped,
    failed,
    bytes: run.bytes,
    startedDateTime: run.startedAt,
    finishedDateTime: run.finishedAt,
    waitsUntilDateTime: run.waitsUntil,
    heldDateTime: run.heldAt,
    movedDateTime: run.movedAt,
    waiting,
    ...outlook,
  };
}

/** What the workloads of a person are judged by, beside their numbers. */
export interface PersonView {
  readonly outlook: JobOutlook;
  readonly job: JobRecord;
  readonly awaitsApproval: boolean;
  readonly now: Date;
}

/** A person of a job in numbers, with the workloads in their usual order. */
export function toPersonProgress(
  person: PersonRow,
  runs: readonly RunRecord[],
  { outlook, job, awaitsApproval: awaits, now }: PersonView,
): PersonProgress {
  const mailbox = runs.find(({ service }) => service === Workload.Exchange)?.status;
  const situation = { completeAfter: job.completeAfter, awaitsApproval: awaits, mailbox };
  const waiting = (run: RunRecord) => waitReason(waitingRun(run), situation, now);
  const ordered = [...runs].sort((a, b) => WORKLOADS.indexOf(a.service) - WORKLOADS.indexOf(b.service));
  return {
    id: person.personId,
    displayName: person.displayName,
    mail: person.mail,
    removed: person.removedAt !== null,
    lastUpdatedDateTime: new Date(Math.max(...ordered.map((run) => run.updatedAt.getTime()))),
    services: ordered.map((run) => toServiceProgress(run, job, outlook.of(run), waiting(run))),
  };
}

function waitingRun(run: RunRecord): WaitingRun {
  const { phase, owner, heldAt, waitReason: noted } = run;
  return { ...run, moves: phase !== null, worked: owner !== null, held: heldAt !== null, noted };
}

/** What a job's progress is made of. */
export interface JobFigures {
  readonly sourceTenantName: string | null;
  readonly people: { active: number; removed: number };
  readonly counts: readonly RunCount[];
  readonly totals: readonly TotalsRow[];
  readonly outlook: JobOutlook;
  readonly validationDays: number;
  readonly requireApproval: boolean;
  /** What a job allows that says nothing itself. */
  readonly skippedItemsAllowed: number;
}

/** A job in numbers. */
export function toJobProgress(job: JobRecord, figures: JobFigures): JobProgress {
  const { validatedAt } = job;
  const passed = validatedAt !== null && job.status === JobStatus.ValidatePassed;
  return {
    job: toListedJob(job),
    createdAs: job.createdAs,
    sourceTenantName: figures.sourceTenantName,
    validatedDateTime: validatedAt,
    validationExpiresDateTime: passed ? validationExpiresAt(validatedAt, figures) : null,
    migrationStartedDateTime: job.migrationStartedAt,
    cutoverStartedDateTime: job.cutoverStartedAt,
    finishedDateTime: job.finishedAt,
    awaitsApproval: awaitsApproval(job, figures),
    skippedItemsAllowed: job.skippedItemsAllowed ?? figures.skippedItemsAllowed,
    people: figures.people.active,
    removedPeople: figures.people.removed,
    stuck: figures.outlook.stuck,
    statuses: figures.counts.map(({ service, status, people }) => ({ service, status, people })),
    totals: WORKLOADS.flatMap((service) => figures.totals.filter((row) => row.service === service)).map((row) =>
      toTotals(row, figures.outlook.remainingOf(row.service)),
    ),
  };
}

function toTotals(row: TotalsRow, remaining: RemainingTime | null): ServiceTotals {
  const { service, expected, copied, alreadyThere, skipped, failed, bytes } = row;
  const found = foundItems(row);
  return { service, expected, found, copied, alreadyThere, skipped, failed, bytes, remaining };
}

/** An event as the API shows it. */
export function toJobEvent(event: JobEventRecord): JobEvent {
  return {
    id: event.id,
    dateTime: event.at,
    personId: event.personId,
    personName: event.personName,
    service: event.service,
    fromStatus: event.fromStatus,
    toStatus: event.toStatus,
    cause: event.cause,
    actor: event.actor,
  };
}

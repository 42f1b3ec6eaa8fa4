import { type ItemCounts, JobStatus, type JobSummary } from '@ferry/contracts';
import { type ActionPolicy, awaitsApproval, jobHealth, validationExpiresAt } from '@ferry/domain';
import type { JobRecord } from '../jobs/job.record';
import { toListedJob } from '../jobs/job.mapper';
import { foundItems } from '../progress/found-items';
import type { JobFiguresRow } from './figures.repository';

const NO_FIGURES: Omit<JobFiguresRow, 'job_id'> = {
  people: 0,
  failed_people: 0,
  held_people: 0,
  workloads: 0,
  checked_workloads: 0,
  moves: false,
  expected: 0,
  copied: 0,
  already_there: 0,
  skipped: 0,
  failed: 0,
  lost: 0,
  bytes: 0,
};

/** A job as a line of a list. */
export function toJobSummary(
  job: JobRecord,
  known: JobFiguresRow | undefined,
  stuck: number,
  policy: ActionPolicy,
): JobSummary {
  const figures = known ?? NO_FIGURES;
  const { validatedAt, status } = job;
  const { people, failed_people: failedPeople, held_people: heldPeople } = figures;
  const awaits = awaitsApproval(job, policy);
  const passed = validatedAt !== null && status === JobStatus.ValidatePassed;
  return {
    job: toListedJob(job),
    createdAs: job.createdAs,
    validatedDateTime: validatedAt,
    validationExpiresDateTime: passed ? validationExpiresAt(validatedAt, policy) : null,
    awaitsApproval: awaits,
    health: jobHealth({ status, awaitsApproval: awaits, failedPeople, heldPeople, stuck }),
    people,
    failedPeople,
    heldPeople,
    stuck,
    workloads: figures.workloads,
    checkedWorkloads: figures.checked_workloads,
    items: itemsOf(figures),
  };
}

function itemsOf(figures: Omit<JobFiguresRow, 'job_id'>): ItemCounts {
  const { expected, copied, already_there: alreadyThere, skipped, failed, lost, bytes } = figures;
  const found = foundItems({ copied, alreadyThere, skipped, failed, lost });
  return { expected, found, copied, alreadyThere, skipped, failed, bytes };
}

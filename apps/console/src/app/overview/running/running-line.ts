import { JobStatus, type RunningJob, type RunningWorkload, type Workload } from '@ferry/contracts';
import { formatBytes, formatCount, formatPercent } from '../../format/numbers';
import { formatRange } from '../../format/ranges';
import { jobLink, type PageLink } from '../../jobs/job-links';
import { JOB_STATUS_FACES } from '../../jobs/labels/job-status-faces';
import { isValidating } from '../../jobs/labels/person-phase';
import { WORKLOAD_COLUMNS } from '../../jobs/labels/workload-faces';
import type { Tone } from '../../ui/tone';
import { OVERVIEW_TEXTS } from '../overview.texts';

/** How far a workload of a job is. */
export interface WorkloadCell {
  readonly service: Workload;
  /** "71 %", "synced", "done", or a dash where the job does not have it, or it has not begun. */
  readonly text: string;
  readonly ratio: number | null;
  readonly tone: Tone;
  /** "312/s"; null while nothing moves. */
  readonly rate: string | null;
  /** "312 items and 4.2 MB a second" */
  readonly rateHint: string;
}

/** A row of what runs. */
export interface RunningLine {
  readonly id: string;
  readonly name: string;
  readonly link: PageLink;
  /** What the job does just now. */
  readonly phase: string;
  readonly people: string;
  readonly cells: readonly WorkloadCell[];
  /** How much longer it takes; null when nobody can say. */
  readonly left: string | null;
}

const NONE = { ratio: null, tone: 'idle', rate: null, rateHint: '' } as const;

/** A job that runs, with a cell for each workload in the order of the columns. */
export function runningLine({ job, people, workloads }: RunningJob): RunningLine {
  const checks = isValidating(job.status);
  return {
    id: job.id,
    name: job.displayName,
    link: jobLink(job.id),
    phase: phaseOf(job.status, workloads),
    people: formatCount(people),
    cells: WORKLOAD_COLUMNS.map((service) => {
      const workload = workloads.find((candidate) => candidate.service === service);
      return workload === undefined ? { ...NONE, service, text: '—' } : cell(workload, checks);
    }),
    left: checks ? null : leftOf(workloads),
  };
}

/** A job whose people are all synced has nothing to do until its date. */
function phaseOf(status: JobStatus, workloads: readonly RunningWorkload[]): string {
  const waits = status === JobStatus.InProgress && workloads.length > 0 && workloads.every(isWaiting);
  return waits ? OVERVIEW_TEXTS.waits : JOB_STATUS_FACES[status].label;
}

function isWaiting({ people, endedPeople, waitingPeople }: RunningWorkload): boolean {
  return waitingPeople > 0 && endedPeople + waitingPeople === people;
}

function cell(workload: RunningWorkload, checks: boolean): WorkloadCell {
  const { service, people, endedPeople, expected, found } = workload;
  if (endedPeople === people) {
    const text = checks ? OVERVIEW_TEXTS.checked : OVERVIEW_TEXTS.done;
    return { ...NONE, service, text, ratio: 1, tone: 'ok' };
  }
  if (isWaiting(workload)) {
    if (found === 0) return { ...NONE, service, text: OVERVIEW_TEXTS.afterCutover };
    return { ...NONE, service, text: OVERVIEW_TEXTS.synced, ratio: 1, tone: 'wait' };
  }
  const counted = checks || expected === 0 ? endedPeople / people : found / expected;
  if (counted === 0) return { ...NONE, service, text: '—' };
  const ratio = Math.min(counted, 0.99);
  return { service, text: formatPercent(ratio), ratio, tone: 'run', ...rateOf(workload) };
}

function rateOf({ itemsPerSecond, bytesPerSecond }: RunningWorkload): Pick<WorkloadCell, 'rate' | 'rateHint'> {
  if (itemsPerSecond < 0.05) return { rate: null, rateHint: '' };
  const items = itemsPerSecond < 10 ? Math.round(itemsPerSecond * 10) / 10 : Math.round(itemsPerSecond);
  return {
    rate: `${formatCount(items)}/s`,
    rateHint: `${formatCount(items)} items and ${formatBytes(Math.round(bytesPerSecond))} a second`,
  };
}

/** The workloads come on side by side, so the job takes as long as the longest of them. */
function leftOf(workloads: readonly RunningWorkload[]): string | null {
  const ranges = workloads.flatMap(({ remaining }) => (remaining === null ? [] : [remaining]));
  const longest = ranges.toSorted((a, b) => b.mostSeconds - a.mostSeconds)[0];
  return longest === undefined ? null : formatRange(longest.likelySeconds, longest.mostSeconds);
}

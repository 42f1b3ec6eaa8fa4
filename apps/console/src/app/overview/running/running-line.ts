import { type RunningJob, type RunningWorkload, type Workload } from '@ferry/contracts';
import { formatBytes, formatCount, formatPercent } from '../../format/numbers';
import { formatRange } from '../../format/ranges';
import { jobLink, type PageLink } from '../../jobs/job-links';
import type { Face } from '../../jobs/labels/face';
import { JOB_STATUS_FACES } from '../../jobs/labels/job-status-faces';
import { isValidating } from '../../jobs/labels/person-phase';
import { WORKLOAD_COLUMNS } from '../../jobs/labels/workload-faces';
import type { Tone } from '../../ui/tone';

/** How far a workload of a job is. */
export interface WorkloadCell {
  readonly service: Workload;
  /** "71 %", "done", or a dash where the job does not have it, or it has not begun. */
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
  readonly face: Face;
  readonly people: string;
  readonly cells: readonly WorkloadCell[];
  readonly left: string;
}

const NONE = { ratio: null, tone: 'idle', rate: null, rateHint: '' } as const;

/** A job that runs, with a cell for each workload in the order of the columns. */
export function runningLine({ job, people, workloads }: RunningJob): RunningLine {
  const checks = isValidating(job.status);
  return {
    id: job.id,
    name: job.displayName,
    link: jobLink(job.id),
    face: JOB_STATUS_FACES[job.status],
    people: formatCount(people),
    cells: WORKLOAD_COLUMNS.map((service) => {
      const workload = workloads.find((candidate) => candidate.service === service);
      return workload === undefined ? { service, text: '—', ...NONE } : cell(workload, checks);
    }),
    left: checks ? '—' : leftOf(workloads),
  };
}

function cell(workload: RunningWorkload, checks: boolean): WorkloadCell {
  const { service, people, settledPeople, expected, found } = workload;
  const begun = settledPeople > 0 || (!checks && found > 0);
  if (!begun) return { service, text: '—', ...NONE };
  const done = settledPeople === people;
  const ratio = checks || expected === 0 ? settledPeople / people : found / expected;
  const ended = checks ? 'checked' : 'done';
  return {
    service,
    text: done ? ended : formatPercent(Math.min(ratio, 0.99)),
    ratio: done ? 1 : ratio,
    tone: done ? 'ok' : 'run',
    ...rateOf(workload),
  };
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
function leftOf(workloads: readonly RunningWorkload[]): string {
  const ranges = workloads.flatMap(({ remaining }) => (remaining === null ? [] : [remaining]));
  const longest = ranges.toSorted((a, b) => b.mostSeconds - a.mostSeconds)[0];
  return longest === undefined ? '—' : formatRange(longest.likelySeconds, longest.mostSeconds);
}

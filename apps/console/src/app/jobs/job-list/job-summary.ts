import { type JobProgress, JobStatus, ServiceStatus } from '@ferry/contracts';
import { formatBytes, formatCount, formatPercent } from '../../format/numbers';
import type { Tone } from '../../ui/tone';
import { jobItems, settledRatio } from '../labels/item-progress';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { isValidating } from '../labels/person-phase';

/** What the progress column says of a job. */
export interface JobSummary {
  readonly text: string;
  readonly ratio: number | null;
  readonly tone: Tone;
}

/** Checks while it validates, items and bytes once something moves; null while there is nothing to count. */
export function jobSummary(progress: JobProgress): JobSummary | null {
  const { status } = progress.job;
  const { tone } = JOB_STATUS_FACES[status];
  if (isValidating(status)) return checks(progress);
  const { settled, expected, bytes } = jobItems(progress);
  const ratio = settledRatio(settled, expected);
  if (ratio === null) return null;
  if (status === JobStatus.Completed)
    return { text: `${formatCount(settled)} items · ${formatBytes(bytes)}`, ratio, tone };
  return { text: `${formatPercent(ratio)} · ${formatBytes(bytes)}`, ratio, tone };
}

function checks(progress: JobProgress): JobSummary | null {
  const count = (wanted?: readonly ServiceStatus[]) =>
    progress.statuses
      .filter(({ status }) => wanted === undefined || wanted.includes(status))
      .reduce((sum, { people }) => sum + people, 0);
  const all = count();
  if (all === 0) return null;
  const ratio = count([ServiceStatus.Valid, ServiceStatus.Invalid, ServiceStatus.Error]) / all;
  return { text: `${formatPercent(ratio)} checked`, ratio, tone: 'run' };
}

import { JobStatus, type JobSummary } from '@ferry/contracts';
import { formatBytes, formatCount, formatPercent } from '../../format/numbers';
import type { Tone } from '../../ui/tone';
import { expectedItems, settledItems, settledRatio } from '../labels/item-progress';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { isValidating } from '../labels/person-phase';

/** What the progress column says of a job. */
export interface ShownProgress {
  readonly text: string;
  readonly ratio: number | null;
  readonly tone: Tone;
}

/** Checks while it validates, items and bytes once something moves; null while there is nothing to count. */
export function shownProgress({ job, items, workloads, checkedWorkloads }: JobSummary): ShownProgress | null {
  const { tone } = JOB_STATUS_FACES[job.status];
  if (isValidating(job.status)) {
    const checked = settledRatio(checkedWorkloads, workloads);
    return checked === null ? null : { text: `${formatPercent(checked)} checked`, ratio: checked, tone: 'run' };
  }
  const settled = settledItems(items);
  const ratio = settledRatio(settled, expectedItems(items));
  if (ratio === null) return null;
  const done = job.status === JobStatus.Completed ? `${formatCount(settled)} items` : formatPercent(ratio);
  return { text: `${done} · ${formatBytes(items.bytes)}`, ratio, tone };
}

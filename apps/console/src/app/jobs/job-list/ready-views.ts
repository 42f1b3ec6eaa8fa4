import { JobStatus } from '@ferry/contracts';
import type { SavedView } from '../data/saved-views';
import { ALL_JOBS } from '../data/jobs-query';

const RUNNING = [
  JobStatus.Approved,
  JobStatus.Processing,
  JobStatus.CuttingOver,
  JobStatus.InProgress,
  JobStatus.ValidateSubmitted,
  JobStatus.ValidateProcessing,
  JobStatus.ValidateInProgress,
];
const FINISHED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled];

/** The views that everybody has. */
export const READY_VIEWS: readonly SavedView[] = [
  { name: 'All jobs', query: ALL_JOBS },
  { name: 'Needs attention', query: { ...ALL_JOBS, attention: true, sort: 'updated' } },
  { name: 'Running', query: { ...ALL_JOBS, statuses: RUNNING, sort: 'updated' } },
  { name: 'Cutover this week', query: { ...ALL_JOBS, cutover: 'week', sort: 'cutover', descending: false } },
  { name: 'Finished', query: { ...ALL_JOBS, statuses: FINISHED, sort: 'updated' } },
];

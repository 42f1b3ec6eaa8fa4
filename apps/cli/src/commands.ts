import type { Command } from './command';
import { cancelJob, migrateJob, validateJob } from './jobs/act-on-job';
import { createJob } from './jobs/create-job';
import { deleteJob } from './jobs/delete-job';
import { getJob } from './jobs/get-job';
import { listJobs } from './jobs/list-jobs';
import { watchJob } from './jobs/watch-job';
import { listPeople } from './people/list-people';
import { showReport } from './report/show-report';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  listJobs,
  getJob,
  createJob,
  validateJob,
  migrateJob,
  cancelJob,
  deleteJob,
  watchJob,
  listPeople,
  showReport,
];

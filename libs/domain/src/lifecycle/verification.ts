import { catalogueError } from '../errors/catalogue-error';
import type { ActionDecision, JobSituation } from './job-actions';
import { isFinal } from './job-lifecycle';

/**
 * Decides whether source and target of a job may be compared once more: when it is over. Before that the migration compares
 * by itself, and what it has not copied yet would be told as missing.
 */
export function decideVerification({ status }: Pick<JobSituation, 'status'>): ActionDecision {
  if (isFinal(status)) return { allowed: true };
  return { allowed: false, ...catalogueError('verifyNotAllowed', [status]) };
}

import { catalogueError } from '../errors/catalogue-error';
import type { ActionDecision } from './job-actions';

/** Who wants to approve a migration. */
export interface Approver {
  /** User principal name of a person, or id of an application. */
  actor: string;
  /** Whether it is a person; an application decides nothing. */
  isPerson: boolean;
}

/**
 * Decides whether somebody may approve a job of a creator: a person, and another one than who created it (ADR 0026).
 * Whether the job waits for an approval at all is asked of `decideAction`.
 */
export function decideApprover(approver: Approver, createdBy: string): ActionDecision {
  if (!approver.isPerson) return { allowed: false, ...catalogueError('approvalNeedsPerson', [approver.actor]) };
  if (approver.actor.toLowerCase() === createdBy.toLowerCase()) {
    return { allowed: false, ...catalogueError('approvalNeedsAnother', [createdBy]) };
  }
  return { allowed: true };
}

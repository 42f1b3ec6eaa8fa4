import type { JobSummary, Session } from '@ferry/contracts';
import { decideApprover } from '@ferry/domain';

/** Why somebody cannot approve a migration; null when they can. */
export type ApprovalBar = 'own' | 'reader' | null;

/** What keeps whoever is signed in from approving a migration; the domain says who may. */
export function approvalBar(session: Session | null, { createdBy }: Pick<JobSummary['job'], 'createdBy'>): ApprovalBar {
  if (session?.canWrite !== true) return 'reader';
  return decideApprover({ actor: session.actor, isPerson: true }, createdBy).allowed ? null : 'own';
}

import { AuditAction } from '@ferry/contracts';

/** What a caller may cause. */
export type CallerAction = Exclude<AuditAction, AuditAction.Other>;

/** How the cause of an event begins that a caller asked for: the log is written with these words, and the audit reads them. */
export const CALLER_CAUSES: Readonly<Record<CallerAction, string>> = {
  [AuditAction.Created]: 'created',
  [AuditAction.Validated]: 'validate was called',
  [AuditAction.Migrated]: 'migrate was called',
  [AuditAction.Retried]: 'retry was called',
  [AuditAction.Approved]: 'the migration was approved',
  [AuditAction.Cancelled]: 'cancel was called',
  [AuditAction.DateMoved]: 'the cutover date was moved',
  [AuditAction.PersonAdded]: 'the person was added to the job',
  [AuditAction.PersonRemoved]: 'the person was taken out of the job',
  [AuditAction.SkippedItemsAccepted]: 'the skipped items were accepted',
  [AuditAction.SkippedItemsAllowed]: 'the job allows skipped items',
  [AuditAction.Verified]: 'verify was called',
  [AuditAction.Deleted]: 'deletion was asked for',
};

/** What a caller asked for, by the cause of the event. */
export function callerAction(cause: string): AuditAction {
  const actions = Object.keys(CALLER_CAUSES) as CallerAction[];
  return actions.find((action) => cause.startsWith(CALLER_CAUSES[action])) ?? AuditAction.Other;
}

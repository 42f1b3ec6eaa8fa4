export type { Clock } from './clock';
export { JOB_TRANSITIONS, isFinal, nextJobStatus, type JobTrigger } from './lifecycle/job-lifecycle';
export {
  JOB_ACTIONS,
  allowedActions,
  decideAction,
  hasPassed,
  validationExpiresAt,
  type ActionDecision,
  type ActionPolicy,
  type JobAction,
  type JobSituation,
} from './lifecycle/job-actions';
export { SERVICE_TRANSITIONS, isSettled, nextServiceStatus, type ServiceTrigger } from './lifecycle/service-lifecycle';
export { beginTrigger, cutoverTrigger } from './lifecycle/workload-steps';
export { decidePersonAdd, decidePersonCancel, type PersonSituation } from './lifecycle/person-actions';
export {
  rollUpMigration,
  rollUpTrigger,
  rollUpValidation,
  type MigrationRollUp,
  type ServiceCounts,
  type ValidationRollUp,
} from './rollup/roll-up';
export {
  afterExchange,
  followsExchange,
  missingDependencies,
  type AfterExchange,
  type MissingDependency,
} from './workloads/dependencies';
export { nextRetry, type RetryPolicy } from './retry/retry-policy';
export type { BothSides, CheckFacts, PersonFacts, TenantSettings } from './checks/check-facts';
export type { Check, CheckCode, CheckFinding, CheckLevel } from './checks/check';
export { holdsAgainst, type ClaimingJob, type RivalJob } from './checks/claims';
export { CHECKS, runChecks } from './checks/run-checks';
export type { CatalogueEntry, Fixer, Raiser } from './errors/catalogue-entry';
export {
  ERROR_CATALOGUE,
  catalogueEntries,
  catalogueEntry,
  isCatalogueCode,
  type CatalogueCode,
  type CodeRaisedBy,
} from './errors/error-catalogue';
export { ERROR_FAMILIES, type FamilyWords } from './errors/error-families';
export { placeholdersOf } from './errors/message-template';
export { catalogueError, type FilledError } from './errors/catalogue-error';
export { DomainError } from './errors/domain-error';
export { teamsQuality, type ImportedOf, type TeamsFigures, type TeamsQuality } from './teams/quality';
export { jobMessage, type JobFigures } from './messages/job-messages';

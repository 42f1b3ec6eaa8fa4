export type { Clock } from './clock';
export { JOB_TRANSITIONS, isFinal, nextJobStatus, type JobTrigger } from './lifecycle/job-lifecycle';
export {
  JOB_ACTIONS,
  allowedActions,
  awaitsApproval,
  decideAction,
  decideRetry,
  hasPassed,
  validationExpiresAt,
  type ActionDecision,
  type ActionPolicy,
  type JobAction,
  type JobSituation,
} from './lifecycle/job-actions';
export { CUTOVER_LEAD, cutoverDateFault, type CutoverDateFault } from './lifecycle/cutover-date';
export { HIDING_STATUSES, jobHealth, TROUBLED_STATUSES, type HealthFacts } from './lifecycle/job-health';
export { SERVICE_TRANSITIONS, isSettled, nextServiceStatus, type ServiceTrigger } from './lifecycle/service-lifecycle';
export { beginTrigger, cutoverTrigger } from './lifecycle/workload-steps';
export { decideApprover, type Approver } from './lifecycle/approval';
export { decideVerification } from './lifecycle/verification';
export { verificationVerdict, type ComparedWorkloads } from './lifecycle/verification-verdict';
export {
  decidePersonAdd,
  decidePersonCancel,
  decideSkippedItemsAccept,
  type PersonSituation,
  type WorkloadSituation,
} from './lifecycle/person-actions';
export { ATTENTION_KINDS, jobAttention, type AttentionFigures, type JobAttention } from './attention/job-attention';
export { needsDecision, type SkippedItems } from './skipped-items/skipped-items';
export {
  rollUpMigration,
  type KeepingWorkloads,
  keptBy,
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
export {
  afterLostConnection,
  afterThrottling,
  isProbed,
  LOSSES_BEFORE_REST,
  type EndpointCondition,
} from './endpoints/endpoint-condition';
export {
  authMemberFaults,
  keepsSecret,
  needsSecret,
  type AuthMember,
  type AuthMemberFault,
  type SecretDestination,
} from './connections/auth-members';
export { mostRetries, nextRetry, type RetryPolicy } from './retry/retry-policy';
export { CONNECTION_RETRIES, THROTTLING_RETRIES } from './retry/store-retries';
export { waitReason, type WaitingJob, type WaitingRun } from './waiting/wait-reason';
export { stuckAmong, type MovingPeer } from './waiting/stuck';
export {
  crowdOf,
  paceOf,
  remainingOfAll,
  remainingOfRun,
  type MovingRun,
  type Pace,
  type SeenRun,
} from './durations/remaining-time';
export {
  MOST_THROUGHPUT_POINTS,
  throughputInterval,
  throughputPoints,
  type ThroughputSample,
  type ThroughputSpan,
} from './throughput/throughput';
export type { BothSides, CheckFacts, PersonFacts, TenantSettings } from './checks/check-facts';
export type { Check, CheckCode, CheckFinding, CheckLevel } from './checks/check';
export { OPEN_TENANT_SETTINGS } from './checks/open-tenant';
export { holdsAgainst, type Claim, type ClaimingJob, type RivalJob } from './checks/claims';
export { CHECKS, makeChecks, runChecks, type MadeCheck } from './checks/run-checks';
export {
  comparedFindings,
  latestFindings,
  type ComparedFindings,
  type EarlierFindings,
  type EarlierRun,
  type FindingIdentity,
} from './checks/compared-findings';
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
export { serviceMessage, type ServiceSituation } from './messages/service-messages';

export { JobStatus } from './jobs/job-status';
export { JobType } from './jobs/job-type';
export { ServiceStatus } from './jobs/service-status';
export { Workload, WORKLOADS } from './jobs/workload';
export { ResourceType } from './jobs/resource-type';
export { ExchangeOnlineCrossTenantMigrationSettings } from './jobs/exchange-settings';
export { CreateCrossTenantMigrationJob } from './jobs/create-cross-tenant-migration-job';
export { UpdateCrossTenantMigrationJob } from './jobs/update-cross-tenant-migration-job';
export { CrossTenantMigrationJob } from './jobs/cross-tenant-migration-job';
export { CreateCrossTenantMigrationTask } from './jobs/create-cross-tenant-migration-task';
export { UpdateCrossTenantMigrationTask } from './jobs/update-cross-tenant-migration-task';
export { MigrationsRoot, UpdateMigrationsRoot } from './jobs/migrations-root';
export { CrossTenantMigrationTask } from './jobs/cross-tenant-migration-task';
export { CrossTenantMigrationServiceStatusDetails } from './jobs/service-status-details';
export { CrossTenantMigrationCancelResponse } from './jobs/cancel-response';
export {
  CrossTenantMigrationJobCollection,
  CrossTenantMigrationTaskCollection,
  ODataCollection,
} from './jobs/collections';
export { GraphError } from './jobs/graph-error';
export { ODataError, ODataErrorDetails, ODataInnerError, ODataMainError } from './odata/odata-error';
export { BatchMethod } from './batch/batch-method';
export { BatchRequest, BatchRequestItem, MOST_BATCH_REQUESTS } from './batch/batch-request';
export { BatchResponse, BatchResponseItem } from './batch/batch-response';
export { ItemCounts } from './progress/item-counts';
export { WaitKind, WaitReason } from './progress/wait-reason';
export { RemainingTime } from './progress/remaining-time';
export { ServiceProgress } from './progress/service-progress';
export { PersonProgress } from './progress/person-progress';
export { PersonJob, PersonJobCollection } from './progress/person-job';
export { MOST_RETRIED, RetryPeople } from './progress/retry-people';
export { UpdateJobProgress } from './progress/update-job-progress';
export { SkippedItem, SkippedItemCollection } from './decisions/skipped-item';
export { Hold, HoldCollection } from './decisions/hold';
export { JobProgress, ServiceStatusCount, ServiceTotals } from './progress/job-progress';
export { JobThroughput, ThroughputPoint, WorkloadThroughput } from './progress/job-throughput';
export { JobHealth } from './progress/job-health';
export { JobSummary, JobSummaryCollection } from './progress/job-summary';
export { JobCounts, JobStatusCount } from './progress/job-counts';
export { PersonMembership } from './progress/person-membership';
export { JobEvent } from './progress/job-event';
export { JobEventKind } from './progress/job-event-kind';
export { JobChange } from './progress/job-change';
export { JobEventCollection, PersonProgressCollection } from './progress/progress-collections';
export { AttentionAction, AttentionKind } from './overview/attention-kind';
export { Attention, AttentionCause, AttentionPerson } from './overview/attention';
export { RunningJob, RunningWorkload } from './overview/running-job';
export { Cutover, CutoverDay } from './overview/cutover';
export { Overview } from './overview/overview';
export { JobReport, PersonReport, ReportHead } from './reports/job-report';
export { ServiceReport } from './reports/service-report';
export { ReportTotals } from './reports/report-totals';
export { FolderReport, ItemOutcome, ItemReason } from './reports/folder-report';
export { VerificationCounts } from './reports/verification-counts';
export { VerificationReport } from './reports/verification-report';
export { PhasePeriod, ReportPhase } from './reports/phase-period';
export { ReportEntry, ReportEntryCollection, VerificationVerdict } from './reports/report-entry';
export { AuditAction } from './audit/audit-action';
export { AuditEntry, AuditEntryCollection } from './audit/audit-entry';
export { REPORT_FORMATS, ReportFormat } from './reports/report-format';
export { Tenant, TenantCollection, TenantKind, TenantPrerequisite } from './tenants/tenant';
export { RegisterTenant, UpdateTenant } from './tenants/set-tenant';
export { EndpointLimits } from './tenants/endpoint-limits';
export { MigrationEndpoint, MigrationEndpointCollection } from './tenants/migration-endpoint';
export { RegisterMigrationEndpoint, UpdateMigrationEndpoint } from './tenants/set-migration-endpoint';
export {
  AuthKind,
  ConnectionProtocol,
  ConnectionSecurity,
  MasterUserForm,
  SourceDeletions,
} from './connections/connection-words';
export { ConnectionTest, ConnectionTestStep, TestConnection } from './connections/connection-test';
export { FolderPair } from './connections/folder-pair';
export { ImapAuth, ImapAuthSettings, SetImapAuth } from './connections/imap-auth';
export { ImapConnection, ImapServer, SetImapConnection } from './connections/imap-connection';
export { ServiceConnections, SetServiceConnections } from './connections/service-connections';
export { Person, PersonCollection, PersonLicences } from './tenants/person';
export { PeopleFigures } from './tenants/people-figures';
export { IdentityMapping } from './tenants/identity-mapping';
export { ImportedPerson } from './tenants/imported-person';
export { ImportedRow, ImportFault, ImportOutcome, ImportTotals, PeopleImport } from './tenants/people-import';
export { LookUpPeople, MOST_NAMES } from './tenants/look-up-people';
export { MatchedPerson, NameMatch, PeopleLookup } from './tenants/people-lookup';
export { PersonItem, PersonItemCollection } from './tenants/person-item';
export { RunPreflight } from './preflight/run-preflight';
export { FindingChange, Preflight, PreflightCheck, PreflightComparison, PreflightFinding } from './preflight/preflight';
export { ErrorEntry, ErrorEntryCollection } from './errors/error-entry';
export { ErrorFamily, Fixer, Raiser } from './errors/error-words';
export { Session, SignInSettings } from './session/session';
export { AdvanceSandboxClock, SandboxClock } from './sandbox/sandbox-clock';
export { SandboxPrerequisite } from './sandbox/sandbox-prerequisite';
export { SandboxTroubleKind } from './sandbox/sandbox-trouble-kind';
export {
  DrivenTrouble,
  DriveSandboxTroubles,
  SandboxTrouble,
  SandboxTroubleCollection,
} from './sandbox/sandbox-trouble';
export { MigrationSide } from './tenants/migration-side';
export { GRAPH_ROUTES, GRAPH_VERSIONS, type GraphVersion } from './routes/graph-routes';
export { API_ROUTES } from './routes/api-routes';
export { Describe, descriptionOf } from './members/describe';
export { isValueRule, type ValueRule } from './members/value-rule';
export { parseDateTimeOffset } from './members/date-time-offset';

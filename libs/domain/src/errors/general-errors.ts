import { ErrorFamily } from '@ferry/contracts';
import { defineEntries } from './define-entries';

/** Identity mapping (IM), authorization and general failure (MIGR) and batch checks (CTM), for any workload. */
export const GENERAL_ERRORS = defineEntries(ErrorFamily.General, {
  'IM-003': {
    title: 'Not in the identity map',
    messageTemplate:
      'User migration failed. User <X> is not mapped to an identity on tenant <Y>. User <X> must be added to the ' +
      'identity mapping, and then you must re-run identity mapping with this user and then retry the migration.',
    cause: 'The identity map does not say who this person is in the other tenant.',
    evidence: 'The mapping state of the person in the directory of the target tenant: missing.',
    remedy: 'Add the person to the identity map, run identity mapping again, then migrate again.',
    who: 'targetTenantAdmin',
    where: 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The check reports a missing mapping as CTM-100 before anything moves.',
  },
  'MIGR-001': {
    title: 'Tenants are not connected',
    messageTemplate: 'Tenant authorization error. The tenants are not configured to support migration.',
    cause: 'The organization relationship is missing in one of the tenants, or does not allow migration.',
    evidence:
      'Which of the two tenants has no organization relationship that allows migration; the message of the ' +
      'workload names them.',
    remedy: 'Set up the organization relationship in both tenants, outbound at the source and inbound at the target.',
    who: 'targetTenantAdmin',
    where: 'organization relationship of both tenants (Get-OrganizationRelationship)',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'MIGR-002': {
    title: 'Not in the scope group',
    messageTemplate:
      'User migration failed. User <X> is not authorized to migrate. To authorize <X>, add them to security group <Y> ' +
      'and then retry the migration.',
    cause: 'The source tenant lets only the members of one security group leave, and this person is not among them.',
    evidence: 'The address of the source account, and the name of the group that does not have it as a member.',
    remedy: 'Add the source account to the group. The change may take up to an hour to be seen; then validate again.',
    who: 'sourceTenantAdmin',
    where: 'mail-enabled security group of the source tenant that the organization relationship names',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'MIGR-003': {
    title: 'Migration failed',
    messageTemplate: 'User [X] migration failed. Please retry user migration.',
    cause: 'Something went wrong that has no code of its own.',
    evidence:
      'What the store said when it refused, or how often the slice was tried; the message of the workload has it, ' +
      'and the log the rest.',
    remedy: 'Migrate again; what is complete stays untouched. If it fails again, look at the log of the service.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
    raisedBy: ['engine', 'store'],
  },
  'MIGR-004': {
    title: 'Not authorized',
    messageTemplate:
      "Authorization error. Either one or both of the tenant Organization Relationships isn't configured correctly, or " +
      "the user isn't a member of the authorized security group.",
    cause: 'The source tenant did not release this person, and did not say for which of the two reasons.',
    evidence: 'The organization relationships and the membership of the scope group, each as a finding of its own.',
    remedy:
      'Check the organization relationship in both tenants and the membership of the source account in its group.',
    who: 'sourceTenantAdmin',
    where: 'organization relationship of both tenants and its scope group in the source tenant',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The checks tell the two reasons apart: MIGR-001 and MIGR-002.',
  },
  'CTM-001': {
    title: 'Listed twice in this job',
    messageTemplate: 'User migration validation failed. User is already a part of same batch.',
    cause: 'The same person was given to the job more than once.',
    evidence: 'The refusal of the request, which names the member that holds somebody twice.',
    remedy: 'Nothing has to be done: the person is migrated once. List everybody once in future jobs.',
    who: 'migrationAdmin',
    where: 'resources of the job',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'A list that names somebody twice is refused when the job is created.',
  },
  'CTM-002': {
    title: 'Already in another job',
    messageTemplate: 'User migration validation failed. User is already a part of another batch {0}',
    cause: 'A person can be in one active job only, and another one holds this person.',
    evidence: 'The name of the other active job that holds the person.',
    remedy: 'Remove the person from one of the two jobs, or wait until the other one has ended, then validate again.',
    who: 'migrationAdmin',
    where: 'list of people of the other job',
    retryHelps: true,
    raisedBy: ['check'],
  },
  'CTM-100': {
    title: 'Identity mapping missing',
    messageTemplate: 'User migration validation failed. User identity mapping not found.',
    cause: 'The identity map does not say which source account belongs to this person.',
    evidence:
      'The mapping state of the person in the directory of the target tenant: missing, so no source account is known.',
    remedy: 'Add the person to the identity map, run identity mapping, then validate again.',
    who: 'targetTenantAdmin',
    where: 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTM-101': {
    title: 'Identity mapping unfinished',
    messageTemplate:
      'User migration validation failed. User identity mapping not in completed state. Mapping state is <state from ' +
      'IM>. Refer to identity mapping documentation to complete the process or fix the errors.',
    cause: 'The person is in the identity map, but the mapping has not been written to both sides yet.',
    evidence: 'The mapping state of the person in the directory of the target tenant: there, and not completed.',
    remedy: 'Wait until identity mapping has completed, or fix the errors that it reports, then validate again.',
    who: 'targetTenantAdmin',
    where: 'cross-tenant identity mapping of the target tenant (Get-CtimMapRequest)',
    retryHelps: true,
    raisedBy: ['check'],
  },
  'CTM-102': {
    title: 'Service is busy',
    messageTemplate:
      'Service is experiencing a high volume of requests and we are unable to validate the user at this time. Please ' +
      'resubmit the user as part of a different batch after some time.',
    cause: 'The service had more to validate than it could take.',
    evidence:
      'How many people wait for their checks: those whose workload is still notStarted while the job validates.',
    remedy: 'Validate again in a while.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
    raisedBy: [],
    listedBecause: 'Ferry lets people wait for their checks instead of turning them away.',
  },
  'CTM-103': {
    title: 'Validation broke off',
    messageTemplate:
      'An internal server error occurred during the validation of the user. Please resubmit the user as part of a ' +
      'different batch or contact support if the issue persists.',
    cause: 'Something unexpected happened inside the service while it checked this person.',
    evidence: 'The log line of the check, with the id of the job.',
    remedy: 'Validate again. If it happens again, the log of the service says what broke.',
    who: 'operator',
    where: 'log of the service',
    retryHelps: true,
    raisedBy: [],
    listedBecause: 'A check that breaks off is made again by the queue; it is not a verdict about the person.',
  },
  'CTM-104': {
    title: 'CTMS app not set up',
    messageTemplate:
      'User migration failed. The CTMS App in tenant is not provisioned, or the app is provisioned but is not enabled. ' +
      'Please refer to tenant configuration documentation and retry migration.',
    cause: 'The application of the cross-tenant migration service is missing or disabled in the target tenant.',
    evidence:
      'The setting of the target tenant that says whether the CTMS application is provisioned and enabled: it is off.',
    remedy: 'Provision and enable "CrossTenantMigration Prod AAD App" in the target tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the target tenant',
    retryHelps: false,
    raisedBy: ['check'],
  },
});

import { ErrorFamily, WORKLOADS } from '@ferry/contracts';
import { defineEntries } from './define-entries';

/** Chats (CTTM). Unknown tenants and people are reported with codes of this family for every workload. */
export const TEAMS_ERRORS = defineEntries(ErrorFamily.Teams, {
  'CTTM-001': {
    title: 'Chats failed',
    messageTemplate: 'Teams migration for user {0} failed. Correlation Id: {1}. Retry migration.',
    cause: 'Something went wrong with the chats of this person that has no code of its own.',
    evidence:
      'The figures of the quality rule in the message of the workload: messages and threads imported, tried, in ' +
      'per cent.',
    remedy:
      'Migrate again; what is complete stays untouched. If it fails again, search the log for the correlation id.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
    raisedBy: ['engine'],
  },
  'CTTM-002': {
    title: 'Teams app not set up',
    messageTemplate:
      'Teams migration failed. App {0} in tenant {1} is not provisioned, or the app is provisioned but is not ' +
      'enabled. Please refer to tenant configuration documentation and retry migration.',
    cause: 'The Teams migration application is missing or disabled in the tenant that the message names.',
    evidence:
      'The setting of the tenant that the message names: the Teams migration application is not provisioned and ' +
      'enabled.',
    remedy: 'Provision and enable the application in that tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-003': {
    title: 'Not in the identity map',
    messageTemplate:
      'Teams migration for user {0} failed. User {1} from source tenant {2} is not mapped to an identity in target ' +
      'tenant {3}. Refer to documentation for identity mapping and retry migration.',
    cause: 'Somebody in these chats is not in the identity map, so it is unclear who they are at the target.',
    evidence:
      'The mapping state of the person in the directory: the check looks at the owner of the chats, not at the ' +
      'other authors.',
    remedy: 'Add the person to the identity map, run identity mapping again, then migrate again.',
    who: 'targetTenantAdmin',
    where: 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The check reports a missing mapping as CTM-100 for every workload.',
  },
  'CTTM-004': {
    title: 'Teams app cannot see licences',
    messageTemplate:
      'Teams migration failed. The Cross-Tenant Teams Migration app in tenant {0} does not have the required app ' +
      'roles to check for Teams licenses for users. Refer to tenant configuration documentation and retry ' +
      'migration.',
    cause: 'The Teams migration application may not read who has which licence (User.Read.All).',
    evidence:
      'Nothing beyond the message: Ferry reads licences from its directory and needs no role of the application ' +
      'for it.',
    remedy: 'Grant the application this role in the tenant that the message names, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, whose application asks the tenant for licences.',
  },
  'CTTM-005': {
    title: 'No Teams licence',
    messageTemplate:
      'Teams migration failed. User {0} in tenant {1} does not have a Teams license. Assign a Teams license to the ' +
      'user and retry migration.',
    cause: 'Chats can only be moved for somebody who has a Teams licence on both sides.',
    evidence: 'The tenant in which the licence of the person is missing; one finding for each side.',
    remedy: 'Assign a Teams licence in the tenant that the message names, then validate again.',
    who: 'licenceAdmin',
    where: 'Microsoft 365 admin center, licences of the person',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-006': {
    title: 'Teams app lacks all roles',
    messageTemplate:
      'Teams migration failed. App {0} in tenant {1} is missing all the necessary role assignments. Refer to ' +
      'tenant configuration documentation retry migration.',
    cause: 'The Teams migration application exists, but none of its roles was granted.',
    evidence:
      'The setting of the tenant that the message names: the application is there, and its roles were not granted.',
    remedy: 'Grant the roles that the tenant setup lists, with admin consent, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names, permissions',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-007': {
    title: 'Teams app cannot see roles',
    messageTemplate:
      "Teams migration failed. The Cross-Tenant Teams Migration app isn't properly configured to allow the service " +
      'to check for appropriate app role assignments for app {0} in tenant {1}. Refer to tenant configuration ' +
      'documentation and retry migration.',
    cause:
      'The service was not allowed to look up which roles the application holds, so it cannot tell whether they ' +
      'suffice.',
    evidence:
      'Nothing beyond the message: Ferry does not ask a tenant for role assignments with an application of its own.',
    remedy: 'Complete the setup of the Teams migration application in that tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names, permissions',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, whose application looks up its own roles.',
  },
  'CTTM-008': {
    title: 'Teams app cannot be looked up',
    messageTemplate:
      "Teams migration failed. The Cross-Tenant Teams Migration app isn't properly configured to allow the service " +
      'to check if there is a service principal provisioned for app {0} in tenant {1}. Refer to tenant ' +
      'configuration documentation and retry migration.',
    cause: 'The service was not allowed to look up whether the application exists in that tenant.',
    evidence: 'Nothing beyond the message: Ferry does not look up service principals with an application of its own.',
    remedy: 'Complete the setup of the Teams migration application in that tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, whose application looks up service principals.',
  },
  'CTTM-009': {
    title: 'Identity map contradicts the job',
    messageTemplate:
      'Teams migration for user {0} failed. There is a conflict in the target user provided by the migration ' +
      'service and the Identity Mapping service. Rerun identity mapping and retry migration',
    cause: 'The job names one target account for this person and the identity map names another.',
    evidence: 'The source account that the directory of the target tenant has for the person.',
    remedy: 'Correct the identity map or the job, run identity mapping again, then migrate again.',
    who: 'targetTenantAdmin',
    where: 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The job names target accounts only, so nothing in it can contradict the identity map.',
  },
  'CTTM-010': {
    title: 'Teams app lacks a role',
    messageTemplate:
      'Teams migration failed. App {0} in tenant {1} is missing the {2} role assignment. Refer to tenant ' +
      'configuration documentation and retry migration.',
    cause: 'The Teams migration application was not granted the role that the message names.',
    evidence:
      'The setting of the tenant that says whether the application holds all of its roles; it does not say which ' +
      'one is missing.',
    remedy: 'Grant this role with admin consent in that tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names, permissions',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The check looks at all roles together and reports CTTM-006.',
  },
  'CTTM-011': {
    title: 'Authorization cannot be checked',
    messageTemplate:
      "Teams migration failed. The Cross-Tenant Teams Migration app isn't properly configured to ensure " +
      'authorization for user {0} in source tenant {1}. Refer to tenant configuration documentation and retry ' +
      'migration.',
    cause: 'The service was not allowed to look up whether the source tenant lets this person leave.',
    evidence: 'Nothing beyond the message: Ferry reads the scope group from its directory.',
    remedy: 'Complete the setup of the Teams migration application in the source tenant, then validate again.',
    who: 'sourceTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the source tenant, permissions',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, which asks the source tenant with its application.',
  },
  'CTTM-012': {
    title: 'Authorization settings cannot be read',
    messageTemplate:
      'Teams migration failed. The Cross-Tenant Teams Migration app is unable to read authorization configuration. ' +
      'Refer to tenant configuration documentation and retry migration.',
    cause: 'The application may not read the authorization settings (CrossTenantMigrationAuthorization-Internal.Read).',
    evidence: 'Nothing beyond the message: Ferry keeps no authorization configuration in a tenant.',
    remedy: 'Grant the application this role in both tenants, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of both tenants, permissions',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, which reads that configuration with its application.',
  },
  'CTTM-013': {
    title: 'Not authorized to migrate',
    messageTemplate:
      "Teams migration failed. The user {0} from source tenant {1} isn't authorized to migrate to user {2} from " +
      'target tenant {3}. Refer to documentation for identity mapping and retry migration.',
    cause: 'The source tenant does not let this person move to this target account.',
    evidence: 'The membership of the source account in the scope group, and the mapping of the person.',
    remedy: 'Check that the source account is in the scope group and that the identity map pairs the two accounts.',
    who: 'sourceTenantAdmin',
    where: 'scope group of the source tenant, and identity mapping of the target tenant',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'The check reports a person outside the scope group as MIGR-002 for every workload.',
  },
  'CTTM-014': {
    title: 'Source tenant unknown',
    workloads: WORKLOADS,
    messageTemplate: 'Teams migration failed. The tenant {0} does not exist. Check the tenant Id and retry migration.',
    cause: 'There is no tenant with the id that the job names as its source.',
    evidence: 'The tenant id that the job names; no endpoint of the target tenant leads to a tenant of that id.',
    remedy: 'Create the job anew with the right source tenant id.',
    who: 'migrationAdmin',
    where: 'sourceTenantId of the job',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-015': {
    title: 'Person unknown',
    workloads: WORKLOADS,
    messageTemplate:
      'Teams migration for user {0} failed. The user {0} in tenant {1} does not exist. Check the user Id and retry ' +
      'migration.',
    cause: 'Nobody in the target tenant has this object id; perhaps it is the id of the source account.',
    evidence: 'The object id that the job names, and the tenant whose directory has nobody of that id.',
    remedy: 'Remove this entry and put the object id of the target account into a new job.',
    who: 'migrationAdmin',
    where: 'resources of the job; the id is shown in Microsoft Entra of the target tenant',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-016': {
    title: 'Tenant not ready for chats',
    messageTemplate:
      'Teams migration failed. The tenant failed a pre-migration validation step. Refer to tenant configuration ' +
      'documentation and retry validation.',
    cause: "A check of the tenants failed, so nobody's chats can be moved.",
    evidence: 'The findings of tenant level, which stand at the workload of every person they concern.',
    remedy: 'See to the findings about the tenants, then validate again.',
    who: 'targetTenantAdmin',
    where: 'findings about the tenants on the page of the job',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Ferry shows each finding about a tenant by its own code.',
  },
  'CTTM-017': {
    title: 'Some chat messages were lost',
    messageTemplate:
      "Teams migration for user {0} completed with errors, {1} chat messages couldn't be imported. Correlation Id: " +
      '{2}',
    cause: 'The target refused some messages, but fewer than the quality rule allows.',
    evidence:
      'How many messages the target refused, with the figures of the quality rule; the report counts both sides.',
    remedy:
      'Look in the report at what is missing. Migrating again is only worth it after the reason has been removed.',
    who: 'migrationAdmin',
    where: 'report of the job',
    retryHelps: false,
    raisedBy: ['engine'],
  },
  'CTTM-018': {
    title: 'No SIP address',
    messageTemplate:
      'Teams migration failed. The user {0} in tenant {1} does not have a SIP address. Refer to user configuration ' +
      'documentation for instructions on how to assign a SIP address and retry migration.',
    cause: 'Teams finds people by their SIP address, and this person has none.',
    evidence: 'The tenant in which the person has no SIP address.',
    remedy:
      'Add a SIP address to the proxy addresses of the person, which a Teams licence usually does, then validate ' +
      'again.',
    who: 'targetTenantAdmin',
    where: 'Exchange admin center, e-mail addresses of the person',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'CTTM-019': {
    title: 'SIP address cannot be checked',
    messageTemplate:
      "Teams migration failed. The Cross-Tenant Teams Migration app isn't properly configured to allow the service " +
      'to check for the SIP address for user {0} in tenant {1}. Refer to tenant configuration documentation and ' +
      'retry migration.',
    cause: 'The service was not allowed to look up the SIP address of this person.',
    evidence: 'Nothing beyond the message: Ferry reads SIP addresses from its directory.',
    remedy: 'Complete the setup of the Teams migration application in that tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Microsoft Entra admin center, enterprise applications of the tenant that the message names, permissions',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Published for the service of Microsoft, whose application asks the tenant for addresses.',
  },
});

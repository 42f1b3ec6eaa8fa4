import { ErrorFamily, Workload } from '@ferry/contracts';
import type { CatalogueEntry, EntryText, ErrorText } from './catalogue-entry';
import { defineEntries } from './define-entries';

const APPLICATIONS = 'Microsoft Entra admin center, enterprise applications of the';

/** Pairs of codes share one published text: the first is about the source tenant, the second about the target. */
const APP_NOT_SET_UP = {
  title: 'Meeting app not set up',
  messageTemplate:
    "Teams Meeting migration failed. The MMS App {0} in tenant {1} isn't provisioned, or the app is provisioned but " +
    "isn't enabled. Please refer to tenant configuration documentation and retry migration.",
  cause: 'The meeting migration application is missing or disabled in the source tenant.',
  evidence: 'The setting of the source tenant: the meeting migration application is not provisioned and enabled.',
  remedy: 'Provision and enable the application in the source tenant, then validate again.',
  who: 'sourceTenantAdmin',
  where: `${APPLICATIONS} source tenant`,
  retryHelps: false,
  raisedBy: ['check'],
} as const satisfies EntryText;

const NO_AUTO_FORWARDING = {
  title: 'Automatic forwarding is off',
  messageTemplate:
    'Teams Meeting migration failed. Tenant {1} does not have AutoforwardingMode set to On in Default Exchange Outbound ' +
    'Spam Filter Policy. Refer to tenant configuration documentation and retry migration.',
  cause: 'Meeting updates are forwarded between the tenants, and the source tenant does not let forwarded mail out.',
  evidence: 'The setting of the source tenant: automatic forwarding is not On in the default outbound spam policy.',
  remedy:
    'Set automatic forwarding to On in the default outbound spam policy of the source tenant, then validate again.',
  who: 'sourceTenantAdmin',
  where: 'Microsoft Defender portal, anti-spam outbound policy (Default) of the source tenant',
  retryHelps: false,
  raisedBy: ['check'],
} as const satisfies EntryText;

const ROLES_MISSING = {
  title: 'Meeting app lacks roles',
  messageTemplate:
    'Teams Meeting migration failed. The MMS App on tenant {0} is missing the required app role assignments. Refer to ' +
    'tenant configuration documentation and retry migration.',
  cause: 'The meeting migration application exists in the source tenant but was not granted all of its roles.',
  evidence: 'The setting of the source tenant: the application is there, and its roles were not granted.',
  remedy: 'Grant the missing application roles in the source tenant, then validate again.',
  who: 'sourceTenantAdmin',
  where: `${APPLICATIONS} source tenant, permissions`,
  retryHelps: false,
  raisedBy: ['check'],
} as const satisfies EntryText;

const NO_EXCHANGE_ADMINISTRATOR = {
  title: 'Meeting app is no Exchange administrator',
  messageTemplate:
    'Teams Meeting migration failed. The MMS App {0} in target or source tenant {1} does not have the Exchange ' +
    'Administrator directory role assigned. Please assign the role and retry migration.',
  cause: 'The meeting migration application does not hold the directory role Exchange Administrator at the source.',
  evidence: 'The setting of the source tenant: the application does not hold the directory role.',
  remedy: 'Assign the role to the application in the source tenant, then validate again.',
  who: 'sourceTenantAdmin',
  where: 'Microsoft Entra admin center, roles and administrators of the source tenant',
  retryHelps: false,
  raisedBy: ['check'],
} as const satisfies EntryText;

function atTarget<Text extends EntryText>(text: Text): ErrorText & Pick<Text, 'raisedBy'> {
  const say = (words: string): string =>
    words.replace('source tenant', 'target tenant').replace('at the source', 'at the target');
  return {
    ...text,
    cause: say(text.cause),
    evidence: say(text.evidence),
    remedy: say(text.remedy),
    where: say(text.where),
    who: 'targetTenantAdmin',
  };
}

/** Meetings (MMS and TMS). */
export const MEETING_ERRORS = defineEntries(ErrorFamily.Meetings, {
  'MMS-001': APP_NOT_SET_UP,
  'MMS-002': atTarget(APP_NOT_SET_UP),
  'MMS-003': {
    title: 'Meeting app may not write calendars',
    messageTemplate:
      'Teams Meeting migration failed. MMS app in tenant {0} is missing the required RBAC roles to access the calendar. ' +
      'Refer to tenant configuration documentation and retry migration.',
    cause: 'The meeting migration application lacks the Exchange role Calendars.ReadWrite in the target tenant.',
    evidence: 'The setting of the target tenant: the application is there, and has no right to write calendars.',
    remedy: 'Assign the role to the application in Exchange of the target tenant, then validate again.',
    who: 'targetTenantAdmin',
    where: 'Exchange Online RBAC for applications of the target tenant (New-ManagementRoleAssignment)',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'MMS-004': {
    title: 'Meetings are already moving',
    messageTemplate: 'Teams Meeting migration failed for user {0}. Migration for user {0} is already in progress.',
    cause: 'Another migration of the same meetings has not ended yet.',
    evidence: 'The other active job of the person, if there is one, by its name.',
    remedy: 'Wait until it has ended, then migrate again if something is still missing.',
    who: 'migrationAdmin',
    where: 'list of jobs',
    retryHelps: true,
    raisedBy: [],
    listedBecause: 'The check reports a person in another active job as CTM-002 for every workload.',
  },
  'MMS-005': NO_AUTO_FORWARDING,
  'MMS-006': atTarget(NO_AUTO_FORWARDING),
  'MMS-007': {
    title: 'No Exchange Online plan',
    messageTemplate:
      'Teams Meeting migration failed for user {0}. User {0} in tenant {1} does not have an active Exchange Online Plan. ' +
      'Assign an Exchange Online Plan to the user and retry migration.',
    cause: 'Meetings live in the mailbox, and this person has no Exchange Online plan on one of the two sides.',
    evidence: 'The tenant in which the person has no Exchange Online plan; one finding for each side.',
    remedy: 'Assign an Exchange Online plan in the tenant that the message names, then validate again.',
    who: 'licenceAdmin',
    where: 'Microsoft 365 admin center, licences of the person',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'MMS-008': ROLES_MISSING,
  'MMS-009': atTarget(ROLES_MISSING),
  'MMS-010': {
    title: 'Meetings cannot be cancelled any more',
    messageTemplate: 'Teams Meeting migration for user {0} is already in progress and cannot be cancelled.',
    cause: 'The mailbox of this person has cut over, so the meetings have to follow.',
    evidence: 'Where the mailbox of the person stands: finalizing or completed.',
    remedy: 'Wait until the meetings are through.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: [],
    listedBecause: 'Taking somebody out whose cutover has begun is refused with personCancelNotAllowed.',
  },
  'MMS-011': {
    title: 'No mailbox at the target',
    messageTemplate:
      'Teams Meeting migration failed for user {0}. The user does not have a target mailbox. Retry migration.',
    cause: 'Meetings are written into the target mailbox, and the mailbox of this person has not been moved.',
    evidence: 'The status of the mailbox of the same person, failed, with its own errors.',
    remedy: 'See to the error of the mailbox first, then migrate again: meetings follow it.',
    who: 'migrationAdmin',
    where: 'Exchange errors of the same person',
    retryHelps: true,
    raisedBy: ['engine'],
  },
  'MMS-012': NO_EXCHANGE_ADMINISTRATOR,
  'MMS-013': atTarget(NO_EXCHANGE_ADMINISTRATOR),
  'TMS-003': {
    title: 'No Teams licence',
    messageTemplate:
      'Teams Meeting migration failed for user {0}. User {0} in tenant {1} does not have a Teams license. Assign a Teams ' +
      'license to the user and retry migration.',
    cause: 'Teams meetings can only be re-hosted for somebody who has a Teams licence on both sides.',
    evidence: 'The tenant in which the licence of the person is missing; one finding for each side.',
    remedy: 'Assign a Teams licence in the tenant that the message names, then validate again.',
    who: 'licenceAdmin',
    where: 'Microsoft 365 admin center, licences of the person',
    retryHelps: false,
    raisedBy: ['check'],
  },
});

/** Codes that have a text of their own for meetings, beside the general one. */
export const MEETING_VARIANTS: Readonly<Record<'IM-003' | 'MIGR-001' | 'MIGR-003', CatalogueEntry>> = defineEntries(
  ErrorFamily.General,
  {
    'IM-003': {
      variant: 'meeting',
      workloads: [Workload.Meeting],
      title: 'Not in the identity map',
      messageTemplate:
        "Teams meeting migration for user {0} failed. User {0} from source tenant {2} isn't mapped to an identity in " +
        'target tenant {3}. Refer to documentation for identity mapping and retry migration.',
      cause: 'The identity map does not say who the organiser of the meetings is in the target tenant.',
      evidence: 'The mapping state of the person in the directory of the target tenant: missing.',
      remedy: 'Add the person to the identity map, run identity mapping again, then migrate again.',
      who: 'targetTenantAdmin',
      where: 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)',
      retryHelps: false,
      raisedBy: [],
      listedBecause: 'The check reports a missing mapping as CTM-100 before anything moves.',
    },
    'MIGR-001': {
      variant: 'meeting',
      workloads: [Workload.Meeting],
      title: 'Tenants are not connected',
      messageTemplate:
        'Teams Meeting migration failed. The tenants are not configured to support migration. Refer to tenant ' +
        'configuration documentation and retry migration.',
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
    'MIGR-003': {
      variant: 'meeting',
      workloads: [Workload.Meeting],
      title: 'Meetings failed',
      messageTemplate: 'Teams Meeting migration for user {0} failed. Retry migration.',
      cause: 'Something went wrong with the meetings that has no code of its own.',
      evidence:
        'What the store said when it refused, or how often the slice was tried; the message of the workload has ' +
        'it, and the log the rest.',
      remedy: 'Migrate again; what is complete stays untouched. If it fails again, look at the log of the service.',
      who: 'migrationAdmin',
      where: 'page of the job',
      retryHelps: true,
      raisedBy: ['engine', 'store'],
    },
  },
);

import { ErrorFamily } from '@ferry/contracts';
import type { Raised } from './catalogue-entry';
import { defineEntries } from './define-entries';

const MAPPING = 'cross-tenant identity mapping of the target tenant (New-CtimMapRequest)';
const MAIL_USERS = 'Exchange admin center of the target tenant, mail users';

/** Ferry reads the map and does not write it, so it never meets these itself. */
const READ_ONLY = {
  raisedBy: [],
  listedBecause: 'Ferry reads the identity map; whoever writes it meets this, and CTM-100 or CTM-101 is what is left.',
} as const satisfies Raised;

/** What a person sees of a mapping that was not written: the check that looks at its state. */
const MISSING = 'The mapping state of the person in the directory of the target tenant: missing, which is CTM-100.';
const PENDING = 'The mapping state of the person in the directory of the target tenant: pending, which is CTM-101.';

/** Why an identity map could not be written. The texts were published without codes; the codes are ours. */
export const IDENTITY_MAPPING_ERRORS = defineEntries(ErrorFamily.IdentityMapping, {
  IdentityMailUserNotFound: {
    title: 'No mail user to map to',
    messageTemplate:
      "Couldn't find '{0}' mail user in Active Directory to verify identity information of '{1}' identity.",
    alsoSeenAs: [
      "Couldn't find '{0}' mail user in Active Directory to write identity information of '{1}' identity.",
      "Couldn't find '{0}' mail user in Active Directory for record of '{1}'=>'{0}'.",
      "Couldn't find '{0}' user in MS Graph for '{1}'=>'{0}'.",
    ],
    cause: 'The mapping names a target account that the target tenant does not have as a mail user.',
    evidence: MISSING,
    remedy: 'Create the mail user or correct the name in the mapping, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityNotFound: {
    title: 'Source account of a mapping unknown',
    messageTemplate: "Couldn't find '{0}' identity for a record of '{0}'=>'{1}'.",
    cause: 'The mapping names a source account whose identity was never taken over from the source tenant.',
    evidence: MISSING,
    remedy: 'Check the name of the source account, take its identity over again, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityNotCompleted: {
    title: 'Mapping could not be completed',
    messageTemplate: "Failed to mark '{0}' identity as completed.",
    alsoSeenAs: ["Failed to update identity for mapping record of '{0}'=>'{1}'."],
    cause: 'The identity was written, and the mapping could not note that it was.',
    evidence: PENDING,
    remedy: 'Run identity mapping again for this person.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: true,
    ...READ_ONLY,
  },
  IdentityArchiveGuidMismatch: {
    title: 'Archive ids differ',
    messageTemplate: "ArchiveGuid missmatch, expected '{0}', found '{1}'.",
    cause: 'The mail user at the target carries another ArchiveGuid than the mailbox at the source.',
    evidence: PENDING,
    remedy: 'Set the ArchiveGuid of the source mailbox on the mail user, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityExchangeGuidMismatch: {
    title: 'Mailbox ids differ',
    messageTemplate: "ExchangeGuid missmatch, expected '{0}', found '{1}'.",
    cause: 'The mail user at the target carries another ExchangeGuid than the mailbox at the source.',
    evidence: PENDING,
    remedy: 'Set the ExchangeGuid of the source mailbox on the mail user, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityAddressesMissing: {
    title: 'Source address missing at the target',
    messageTemplate: "Missing required EmailAddresses. Expected '{0}', found '{1}'.",
    alsoSeenAs: [
      "'{0}' synced identity is missing required EmailAddresses. Could not verify mail user's EmailAddresses.",
    ],
    cause: 'The mail user at the target does not have the addresses of the source account among its own.',
    evidence: PENDING,
    remedy: 'Add the addresses of the source account to the mail user, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityDomainNotAccepted: {
    title: 'Address of a foreign domain',
    messageTemplate:
      "'{0}' email addresses use domains that are not accepted in the organization. Please add the domain to " +
      'organization accepted domains or remove it from mail user email addresses.',
    cause: 'The mail user at the target has an address of a domain that is neither of the two tenants.',
    evidence: PENDING,
    remedy: 'Remove the address, or make its domain an accepted one, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityMailUserNotUpdated: {
    title: 'Mail user could not be written',
    messageTemplate: "Failed to update '{0}' mail user in Active Directory. Error: {1}",
    cause: 'The target tenant did not take the identity of the source account, for the reason in the message.',
    evidence: PENDING,
    remedy: 'Remove that reason if it names one, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: true,
    ...READ_ONLY,
  },
  IdentitiesNotWritten: {
    title: 'Identities not written yet',
    messageTemplate: 'Found {0} identities that are still not written to mail users in Active Directory.',
    cause: 'Identity mapping ended before it had written every identity.',
    evidence: PENDING,
    remedy: 'Run identity mapping again; what is written already stays.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: true,
    ...READ_ONLY,
  },
  IdentitiesNotMapped: {
    title: 'Identities not mapped yet',
    messageTemplate: 'Found {0} identities that are still not mapped to mail users in Active Directory.',
    cause: 'Identity mapping ended before it had found a mail user for every identity.',
    evidence: MISSING,
    remedy: 'Add the people who are left to the mapping, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: true,
    ...READ_ONLY,
  },
  IdentityMailUserOnPremises: {
    title: 'Mail user is kept on premises',
    messageTemplate:
      "Skipped '{0}' mail user. User is synchronized from an on-premises directory. To successfully write identity " +
      'information to this mail user, you need to the follow the dedicated steps for Hybrid tenants.',
    alsoSeenAs: [
      "The mail user '{0}' is synchronized from an on-premises directory. To successfully write identity information " +
        'to this mail user, you have to the follow the dedicated steps for hybrid tenants.',
    ],
    cause: 'The mail user is written by a directory on premises, so the target tenant cannot change it.',
    evidence: PENDING,
    remedy: 'Write the identity in the directory on premises, let it synchronise, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: 'directory on premises from which the target tenant is synchronised',
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityRecordGuidWrong: {
    title: 'Mapping holds a wrong id',
    messageTemplate: "The mapping record of '{0}'=>'{1}' has an incorrect GUID value.",
    cause: 'The mapping carries another ExchangeGuid than the mailbox at the source.',
    evidence: PENDING,
    remedy: 'Take the identity of the source account over again, then run identity mapping again.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityExternalAddressMissing: {
    title: 'No mail user leads to the source',
    messageTemplate: "Couldn't find a mail user with '{0}' ExternalEmailAddress in '{1}' tenant.",
    cause: 'No mail user at the target has the address of the source account as its external address.',
    evidence: MISSING,
    remedy: 'Set ExternalEmailAddress of the mail user to the address of the source account, then map again.',
    who: 'targetTenantAdmin',
    where: MAIL_USERS,
    retryHelps: false,
    ...READ_ONLY,
  },
  IdentityRecordNotAdded: {
    title: 'Mapping could not be added',
    messageTemplate: "Failed to add '{0}'=>'{1}' mapping record to mapping collection.",
    cause: 'The identity map did not take the pair of accounts.',
    evidence: MISSING,
    remedy: 'Run identity mapping again for this person.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: true,
    ...READ_ONLY,
  },
  IdentityNotDeliveredToOneDrive: {
    title: 'OneDrive did not get the mapping',
    messageTemplate: 'Failed to deliver identity to SPO. Please run New-CtimMapRequest again.',
    cause: 'The mapping was written, and SharePoint of the target tenant did not take it over.',
    evidence: PENDING,
    remedy: 'Run identity mapping again for this person.',
    who: 'targetTenantAdmin',
    where: MAPPING,
    retryHelps: true,
    ...READ_ONLY,
  },
});

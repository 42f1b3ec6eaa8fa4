import { ErrorFamily } from '@ferry/contracts';
import { defineEntries } from './define-entries';

/** The mailbox (Exchange). */
export const EXCHANGE_ERRORS = defineEntries(ErrorFamily.Exchange, {
  'EXCH-07': {
    title: 'No usable migration endpoint',
    messageTemplate: 'No valid migration endpoints for the remote tenant.',
    alsoSeenAs: ["The migration endpoint '{0}' couldn't be found."],
    cause: 'The target tenant has no migration endpoint of this name, or the endpoint leads to another tenant.',
    evidence:
      'The endpoint that the job names, beside whether the target tenant has registered it and which tenant it ' +
      'leads to.',
    remedy: 'Create the endpoint at the target tenant, or create the job anew with the name of the right one.',
    who: 'targetTenantAdmin',
    where: 'migration endpoints of the target tenant (Get-MigrationEndpoint)',
    retryHelps: false,
    raisedBy: ['check'],
  },
  'EXCH-08': {
    title: 'Mailbox cannot be prepared',
    messageTemplate: 'Test-MigrationServerAvailability failed with: {0}',
    alsoSeenAs: [
      'Setup validation failed. Contact your admin.',
      'The connection to the server outlook.office.com could not be completed. Please make sure source mailbox is in ' +
        'the migration scope, scope identifier is set in Organization Relationship, and migration setup between source ' +
        'mailbox and target mail user is correct.',
    ],
    cause:
      'The mailbox and its target do not fit together yet: a missing Exchange licence, a mailbox on hold or outside the ' +
      'scope, a target that is missing or has another ExchangeGuid, or too little space. Or the mail server on one side ' +
      'cannot be used as the endpoint says: wrong port, a certificate that is not trusted, no answer.',
    evidence:
      'The tenant in which the person has no Exchange Online plan, or what the mail server did; the message has it in words.',
    remedy:
      'Correct what the message names for this person, allow some time for it to take effect, and validate again.',
    who: 'targetTenantAdmin',
    where: 'Exchange admin center: the mailbox in the source tenant and the mail user in the target tenant',
    retryHelps: false,
    raisedBy: ['check', 'store'],
  },
  'EXCH-15': {
    title: 'Mailbox failed too often',
    messageTemplate: 'Max retry for user with id {0} reached.',
    cause: 'The mailbox was tried several times in a row and did not get through.',
    evidence: 'The count of failures in a row, and the last answer of the server.',
    remedy: 'Look at the errors of this person, fix their cause, and migrate again.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
    raisedBy: [],
    listedBecause:
      'Ferry says which kind of trouble used up the retries: ConnectionLost, ThrottledTooLong or MIGR-003.',
  },
});

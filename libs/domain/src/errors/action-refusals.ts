import { ErrorFamily } from '@ferry/contracts';
import { defineEntries } from './define-entries';

/** Why an action on a job is refused. Published texts are kept to the letter; where no code was published, the code is ours. */
export const ACTION_REFUSALS = defineEntries(ErrorFamily.Requests, {
  validateNotAllowed: {
    title: 'Cannot be validated now',
    messageTemplate:
      "Validation can't be started because the current status is {0}. It can be started from submitted and " +
      'validateFailed, and from validatePassed once the result has expired.',
    cause: 'Checks run before a migration; a result that still counts need not be repeated.',
    evidence: 'The status of the job, in the message, and since when: the last event of the job.',
    remedy: 'Wait until a running validation has ended, or migrate a job that has passed.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  migrateNotAllowed: {
    title: 'Cannot be migrated now',
    messageTemplate: "Migration can't be started because the current status is {0}",
    cause: 'A migration starts from validatePassed, and again from completedWithErrors or failed.',
    evidence: 'The status of the job, in the message, and since when: the last event of the job.',
    remedy: 'Validate the job first and fix what the checks find. If it is already running, wait until it has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  validationExpired: {
    title: 'Validation has expired',
    messageTemplate:
      "Migration can't be started because the current status is {0} and the validation results are older than {1} days. " +
      'Validate the job again.',
    cause: 'Tenants and people change, so a passed validation counts only for a few days.',
    evidence:
      'When the validation passed and when it expired: validatedDateTime of the job in numbers, and the days in ' +
      'the message.',
    remedy: 'Validate the job again, then migrate it.',
    who: 'migrationAdmin',
    where: 'page of the job; the number of days is the setting FERRY_VALIDATION_DAYS',
    retryHelps: false,
    raisedBy: ['api'],
  },
  verifyNotAllowed: {
    title: 'Cannot be compared now',
    messageTemplate: "Source and target can't be compared because the current status is {0}. The job has to be over.",
    cause: 'While a job migrates it compares by itself; what is not copied yet would be told as missing.',
    evidence: 'The status of the job, in the message.',
    remedy: 'Wait until the job has ended, then ask again.',
    who: 'migrationAdmin',
    where: 'report of the job',
    retryHelps: true,
    raisedBy: ['api'],
  },
  retryNotAllowed: {
    title: 'Nothing to retry',
    messageTemplate: 'The retry is not possible: current status is {0}, and {1} of the people named have failed.',
    cause: 'Chosen people are retried once their job has ended, and only if a workload of theirs has failed.',
    evidence:
      'The status of the job and how many of the people named have failed, in the message; each in the list of people.',
    remedy: 'Wait until the job has ended, and name people of it who have failed. Whoever passed needs no retry.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  approveNotAllowed: {
    title: 'Nothing to approve',
    messageTemplate: "The migration can't be approved because it does not wait for an approval. Current status is {0}.",
    cause:
      'A migration waits for approval in submitted, after migrate was called, and only where approval is required.',
    evidence: 'The status of the job, in the message, and what was done last: the last event of the job.',
    remedy: 'Call migrate first. A job that is running already needs no approval.',
    who: 'migrationAdmin',
    where: 'page of the job; whether approval is required is the setting FERRY_REQUIRE_APPROVAL',
    retryHelps: false,
    raisedBy: ['api'],
  },
  approvalNeedsAnother: {
    title: 'Own job cannot be approved',
    messageTemplate: 'The migration must be approved by another person than {0}, who created the job.',
    cause: 'Four eyes are asked for, and whoever created the job is already two of them.',
    evidence: 'Who created the job, in the message; whoever asks is named by their own token.',
    remedy: 'Ask another administrator of the tenant to approve the migration.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  approvalNeedsPerson: {
    title: 'Only a person can approve',
    messageTemplate: 'The migration must be approved by a person. {0} is an application.',
    cause: 'An approval is the decision of somebody who looked at the job, which an application cannot be.',
    evidence: 'The id of the application that asked, in the message.',
    remedy: 'Sign in as an administrator of the tenant and approve the migration.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  acceptSkippedItemsNotAllowed: {
    title: 'Nothing to accept',
    messageTemplate: 'No skipped items of this person wait for a decision. Current status is {0}.',
    cause: 'A workload waits for a decision only while it has skipped more items than the job allows.',
    evidence: 'Where the person stands, in the message, and who decided last: the events of the job.',
    remedy: 'Look at the person again; somebody may have decided already.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  cancelNotAllowed: {
    title: 'Cannot be cancelled now',
    messageTemplate:
      'Cancel is not possible. Current status is {0}. A job can be cancelled until its mailboxes begin to cut over.',
    cause: 'Mailboxes cut over, or the job has already ended; what has been moved stays moved.',
    evidence: 'The status of the job, in the message, and since when: the last event of the job.',
    remedy: 'Wait until the job has ended. A job that has ended needs no cancellation.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  cutoverDatePassed: {
    title: 'Cutover date has passed',
    messageTemplate:
      'Cancel is not possible. Current status is {0} and completeAfterDateTime has passed. Wait until the job has ' +
      'ended.',
    cause: 'From its date on, people of the job cut over one by one, and a half-moved person must be finished.',
    evidence: 'The completeAfterDateTime of the job, beside the time of the service.',
    remedy: 'Wait until the job has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  updateNotAllowed: {
    title: 'Date cannot be moved now',
    messageTemplate:
      'completeAfterDateTime cannot be changed because the current status is {0}. It can be changed until the cutover ' +
      'begins; plan a new job for another date.',
    cause: 'The cutover has begun, or the job has ended, so the date has no effect any more.',
    evidence: 'The status of the job, in the message, and since when: the last event of the job.',
    remedy: 'Create a new job for people who are to be moved at another date.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
  updateTooLate: {
    title: 'Date has already passed',
    messageTemplate:
      'completeAfterDateTime cannot be changed because the current status is {0} and the previous date has passed. ' +
      'Wait until the job has ended.',
    cause: 'The date has passed while the migration runs, so people may already be cutting over.',
    evidence: 'The completeAfterDateTime of the job as it still is, beside the time of the service.',
    remedy: 'Wait until the job has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
    raisedBy: ['api'],
  },
});

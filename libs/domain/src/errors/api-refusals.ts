import { defineEntries } from './define-entries';

/**
 * Why the API refuses a call. Published texts are kept to the letter; where no code was published, the code is ours,
 * spelled like the published inner ones (`duplicateDisplayNameJob`).
 */
export const API_REFUSALS = defineEntries('Errors of API calls (contract page 1.4)', {
  BadArgument: {
    title: 'A field is wrong',
    messageTemplate: 'Error in <field> data field',
    cause: 'A field of the request holds a value that is well-formed but not allowed.',
    remedy: 'Read the details of the error, which say what is wrong with the field, and send the request again.',
    who: 'migrationAdmin',
    where: 'body of the request',
    retryHelps: false,
  },
  duplicateDisplayNameJob: {
    title: 'Name already used',
    messageTemplate: 'displayName already exists. Please provide a unique job displayName.',
    cause: 'Another job of this tenant, a validation or a migration, finished or not, has the same name.',
    remedy: 'Choose another name, or delete the finished job that holds it.',
    who: 'migrationAdmin',
    where: 'displayName of the job',
    retryHelps: false,
  },
  minThresholdFailed: {
    title: 'Date is not in the future',
    messageTemplate: 'completeAfterDateTime must be greater than the current time.',
    cause: 'The date from which people may cut over has already passed.',
    remedy: 'Give a date in the future; two weeks ahead leaves time for large mailboxes to sync.',
    who: 'migrationAdmin',
    where: 'completeAfterDateTime of the job',
    retryHelps: false,
  },
  maxThresholdFailed: {
    title: 'Too many people',
    messageTemplate: 'resources must not hold more than {0} people. It holds {1}.',
    cause: 'One job takes a limited number of people.',
    remedy: 'Divide the people among several jobs.',
    who: 'migrationAdmin',
    where: 'resources of the job; the limit is the setting FERRY_MAX_RESOURCES_PER_JOB',
    retryHelps: false,
  },
  missingWorkloads: {
    title: 'A workload needs another one',
    messageTemplate: 'Workload {0} cannot be migrated without {1}. Add the missing workloads or leave {0} out.',
    cause: 'Meetings are re-hosted through the mailbox and the chats of their organiser, so they cannot move alone.',
    remedy: 'Add Teams and Exchange to the workloads of the job, or leave Meeting out.',
    who: 'migrationAdmin',
    where: 'workloads of the job',
    retryHelps: false,
  },
  resourceTypeMismatch: {
    title: 'Job has not ended',
    messageTemplate:
      'Cross Tenant Migration Job <ID> must be in final state (Completed, Failed, or Cancelled) before it can be deleted.',
    cause: 'Only a job that has ended can be deleted. A job that was created to validate has ended with its verdict.',
    remedy: 'Cancel the job or wait until it has ended, then delete it.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
  },
  validateNotAllowed: {
    title: 'Cannot be validated now',
    messageTemplate:
      "Validation can't be started because the current status is {0}. It can be started from submitted and " +
      'validateFailed, and from validatePassed once the result has expired.',
    cause: 'Checks run before a migration; a result that still counts need not be repeated.',
    remedy: 'Wait until a running validation has ended, or migrate a job that has passed.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  migrateNotAllowed: {
    title: 'Cannot be migrated now',
    messageTemplate: "Migration can't be started because the current status is {0}",
    cause: 'A migration starts from validatePassed, and again from completedWithErrors or failed.',
    remedy: 'Validate the job first and fix what the checks find. If it is already running, wait until it has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  validationExpired: {
    title: 'Validation has expired',
    messageTemplate:
      "Migration can't be started because the current status is {0} and the validation results are older than {1} days. " +
      'Validate the job again.',
    cause: 'Tenants and people change, so a passed validation counts only for a few days.',
    remedy: 'Validate the job again, then migrate it.',
    who: 'migrationAdmin',
    where: 'page of the job; the number of days is the setting FERRY_VALIDATION_DAYS',
    retryHelps: false,
  },
  cancelNotAllowed: {
    title: 'Cannot be cancelled now',
    messageTemplate:
      'Cancel is not possible. Current status is {0}. A job can be cancelled until its mailboxes begin to cut over.',
    cause: 'Mailboxes cut over, or the job has already ended; what has been moved stays moved.',
    remedy: 'Wait until the job has ended. A job that has ended needs no cancellation.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  cutoverDatePassed: {
    title: 'Cutover date has passed',
    messageTemplate:
      'Cancel is not possible. Current status is {0} and completeAfterDateTime has passed. Wait until the job has ended.',
    cause: 'From its date on, people of the job cut over one by one, and a half-moved person must be finished.',
    remedy: 'Wait until the job has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  updateNotAllowed: {
    title: 'Date cannot be moved now',
    messageTemplate:
      'completeAfterDateTime cannot be changed because the current status is {0}. It can be changed until the cutover ' +
      'begins; plan a new job for another date.',
    cause: 'The cutover has begun, or the job has ended, so the date has no effect any more.',
    remedy: 'Create a new job for people who are to be moved at another date.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  updateTooLate: {
    title: 'Date has already passed',
    messageTemplate:
      'completeAfterDateTime cannot be changed because the current status is {0} and the previous date has passed. ' +
      'Wait until the job has ended.',
    cause: 'The date has passed while the migration runs, so people may already be cutting over.',
    remedy: 'Wait until the job has ended.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  personCancelNotAllowed: {
    title: 'Person cannot be removed now',
    messageTemplate: 'Cancel is not possible. Current status is <user status>',
    alsoSeenAs: [
      'Cancellation is not possible as migration passed completeAfter date TraceId: <Trace ID>',
      'Cancellation is not possible as task is invalid TraceId: <Trace ID>',
    ],
    cause:
      'A person can be removed until completeAfterDateTime has passed or their cutover has begun. This person is beyond ' +
      'that, has finished, or has been removed already.',
    remedy: 'Wait until the job has ended. If the job is not running yet, move its date to the future first.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  personNotInJob: {
    title: 'Person is not in this job',
    messageTemplate: 'Cancellation not possible as no task found for given id <User ID> TraceId: <Trace ID>',
    cause: 'The id belongs to nobody in this job.',
    remedy: "Use the object id of the person in the target tenant, as the job's list of people shows it.",
    who: 'migrationAdmin',
    where: 'list of people of the job',
    retryHelps: false,
  },
  personAddNotAllowed: {
    title: 'Nobody can be added now',
    messageTemplate:
      'A person cannot be added because the current status is {0}. People can be added while the job is submitted.',
    cause: 'Validation says something about everybody in the job, so nobody joins once it has begun.',
    remedy: 'Create another job for the person.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: false,
  },
  personAlreadyInJob: {
    title: 'Person is in this job already',
    messageTemplate: 'The person {0} is, or was, part of this job.',
    cause: 'Nobody joins a job twice; somebody who was taken out may only join another job.',
    remedy: 'Leave the person out, or create another job for somebody who was taken out of this one.',
    who: 'migrationAdmin',
    where: 'list of people of the job',
    retryHelps: false,
  },
  jobNotFound: {
    title: 'Job not found',
    messageTemplate: 'Cross-tenant migration job {0} was not found.',
    alsoSeenAs: ['UserRequest not found with <target tenant ID>, <batch ID or batch name> TraceId: <Trace ID>'],
    cause: 'No job of this tenant has this id or name, or the job has been deleted.',
    remedy: 'Check the id or the name, and that you are signed in to the target tenant of the job.',
    who: 'migrationAdmin',
    where: 'list of jobs',
    retryHelps: false,
  },
  concurrentChange: {
    title: 'Somebody else was faster',
    messageTemplate: 'The job was changed by another request at the same moment. Its current status is {0}.',
    cause: 'Two requests asked for a change of the same job at once, and only one can win.',
    remedy: 'Look at the job as it is now, and ask again if that is still what you want.',
    who: 'migrationAdmin',
    where: 'page of the job',
    retryHelps: true,
  },
});

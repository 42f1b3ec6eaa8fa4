import { arrayOf, matches, objectOf, oneOf, textOf } from './expect';
import { ENUMERATIONS, WORKLOAD_WORDS } from './vocabulary';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** In UTC, with up to seven digits of a second, as Graph writes it (contract page 5.7). */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/;

/** Expects a GUID. */
export const isGuid = (value: unknown, what: string): void => matches(value, GUID, what);

/** Expects a timestamp in UTC. */
export const isTimestamp = (value: unknown, what: string): void => matches(value, TIMESTAMP, what);

/** Expects every member of a job, each of its type (contract page 2.1). */
export function isJob(value: unknown, what: string): void {
  const job = objectOf(value, what);
  const at = (name: string): [unknown, string] => [job[name], `${name} of ${what}`];
  textOf(...at('id'));
  textOf(...at('displayName'));
  oneOf(job['jobType'], ENUMERATIONS.crossTenantMigrationJobType, `jobType of ${what}`);
  oneOf(job['status'], ENUMERATIONS.crossTenantMigrationJobStatus, `status of ${what}`);
  isGuid(...at('sourceTenantId'));
  isGuid(...at('targetTenantId'));
  for (const name of ['completeAfterDateTime', 'createdDateTime', 'lastUpdatedDateTime']) isTimestamp(...at(name));
  if (job['message'] !== null) textOf(...at('message'));
  textOf(...at('createdBy'));
  matches(job['resourceType'], /^users$/i, `resourceType of ${what}`);
  for (const id of arrayOf(...at('resources'))) isGuid(id, `an element of resources of ${what}`);
  for (const word of arrayOf(...at('workloads'))) isWorkload(word, `an element of workloads of ${what}`);
  const settings = job['exchangeSettings'];
  if (settings !== null && settings !== undefined) isExchangeSettings(settings, `exchangeSettings of ${what}`);
}

/** Expects every member of a task, each of its type (contract page 2.2 and 2.3). */
export function isTask(value: unknown, what: string): void {
  const task = objectOf(value, what);
  textOf(task['id'], `id of ${what}`);
  isTimestamp(task['lastUpdatedDateTime'], `lastUpdatedDateTime of ${what}`);
  if (task['taskType'] !== undefined) matches(task['taskType'], /^users$/i, `taskType of ${what}`);
  for (const entry of arrayOf(task['currentStatus'], `currentStatus of ${what}`)) isStatusEntry(entry, what);
}

function isStatusEntry(value: unknown, what: string): void {
  const entry = objectOf(value, `an entry of currentStatus of ${what}`);
  isWorkload(entry['service'], `service of ${what}`);
  oneOf(entry['status'], ENUMERATIONS.crossTenantMigrationServiceStatus, `status in currentStatus of ${what}`);
  textOf(entry['message'], `message in currentStatus of ${what}`);
  for (const one of arrayOf(entry['errors'], `errors in currentStatus of ${what}`)) {
    const error = objectOf(one, `an element of errors of ${what}`);
    for (const name of ['code', 'message'])
      if (error[name] !== null) textOf(error[name], `${name} of an error of ${what}`);
  }
}

function isExchangeSettings(value: unknown, what: string): void {
  const settings = objectOf(value, what);
  textOf(settings['sourceEndpoint'], `sourceEndpoint of ${what}`);
  textOf(settings['targetDeliveryDomain'], `targetDeliveryDomain of ${what}`);
}

function isWorkload(value: unknown, what: string): void {
  oneOf(
    textOf(value, what).toLowerCase(),
    WORKLOAD_WORDS.map((word) => word.toLowerCase()),
    what,
  );
}

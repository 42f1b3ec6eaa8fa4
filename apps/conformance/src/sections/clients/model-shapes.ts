import { arrayOf, equal, holds, objectOf, oneOf, shown, textOf } from '../../expect/expect';
import type { Kiota, Model } from './kiota';

const TEXTS = ['id', 'displayName', 'createdBy', 'message', 'resourceType', 'sourceTenantId', 'targetTenantId'];
const DATES = ['completeAfterDateTime', 'createdDateTime', 'lastUpdatedDateTime'];

/** Expects a job of which the model knows and types every member. */
export function isJobModel({ models }: Kiota, value: unknown, what: string): Model {
  const job = objectOf(value, what);
  for (const name of TEXTS) textOf(job[name], `${name} of ${what}`);
  for (const name of DATES) isDate(job[name], `${name} of ${what}`);
  oneOf(job['status'], Object.values(models.CrossTenantMigrationJobStatusObject), `status of ${what}`);
  oneOf(job['jobType'], Object.values(models.CrossTenantMigrationJobTypeObject), `jobType of ${what}`);
  for (const name of ['resources', 'workloads']) {
    for (const element of arrayOf(job[name], `${name} of ${what}`)) textOf(element, `an element of ${name} of ${what}`);
  }
  if (job['exchangeSettings'] !== undefined) {
    const settings = objectOf(job['exchangeSettings'], `exchangeSettings of ${what}`);
    for (const name of ['sourceEndpoint', 'targetDeliveryDomain']) textOf(settings[name], `${name} of ${what}`);
    isKnown(settings, `exchangeSettings of ${what}`);
  }
  isKnown(job, what);
  return job;
}

/** Expects a person of whom the model knows and types every member, and gives the errors. */
export function isTaskModel({ models }: Kiota, value: unknown, what: string): readonly Model[] {
  const task = objectOf(value, what);
  textOf(task['id'], `id of ${what}`);
  isDate(task['lastUpdatedDateTime'], `lastUpdatedDateTime of ${what}`);
  isKnown(task, what);
  return arrayOf(task['currentStatus'], `currentStatus of ${what}`).flatMap((one) => {
    const entry = objectOf(one, `an entry of ${what}`);
    textOf(entry['service'], `service of ${what}`);
    textOf(entry['message'], `message of ${what}`);
    oneOf(
      entry['status'],
      Object.values(models.CrossTenantMigrationServiceStatusObject),
      `status of an entry of ${what}`,
    );
    isKnown(entry, `an entry of ${what}`);
    return arrayOf(entry['errors'], `errors of ${what}`).map((error) => {
      const model = objectOf(error, `an error of ${what}`);
      for (const name of ['code', 'message']) textOf(model[name], `${name} of an error of ${what}`);
      isKnown(model, `an error of ${what}`);
      return model;
    });
  });
}

/** Expects nothing that the model does not know, but annotations. */
export function isKnown(model: Model, what: string): void {
  const unknown = Object.keys(model['additionalData'] ?? {}).filter((name) => !name.includes('@odata.'));
  equal(unknown, [], `What the model of ${what} does not know`);
}

/** Expects a moment that the library could read. */
export function isDate(value: unknown, what: string): void {
  holds(value instanceof Date && !Number.isNaN(value.getTime()), `${what} is ${shown(value)}, expected a date.`);
}

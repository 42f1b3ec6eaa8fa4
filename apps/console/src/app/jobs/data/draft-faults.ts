import { CreateCrossTenantMigrationJob } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Fault } from '../../http/service-error';
import type { CreateJobBody } from './create-job-body';
import { workloadFault } from './job-draft';

/** The places of the form that can be at fault, by the last word of the member that the service names. */
export const DRAFT_FIELDS = [
  'displayName',
  'sourceTenantId',
  'sourceEndpoint',
  'targetDeliveryDomain',
  'workloads',
  'completeAfterDateTime',
  'resources',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];
export type DraftFaults = Partial<Record<DraftField, string>>;

/** What a person should do, where the class's own sentence speaks of members. */
const ADVICE: Partial<Record<DraftField, Record<string, string>>> = {
  displayName: { isNotEmpty: 'Give the job a name.', maxLength: 'A name has 256 characters at most.' },
  sourceTenantId: { isUuid: 'Choose the tenant that the content leaves.' },
  sourceEndpoint: { isNotEmpty: 'Choose a migration endpoint.' },
  targetDeliveryDomain: { isNotEmpty: 'Name the domain that mail is delivered to.' },
  completeAfterDateTime: { isDate: 'Give a date and a time.' },
  resources: { arrayNotEmpty: 'Choose at least one person.', isUuid: 'Someone in the list has no valid object id.' },
};

/** Judges a body with the very class that the service judges it with, and by what only the service would see later. */
export function draftFaults(body: CreateJobBody, now: Date): DraftFaults {
  const instance = plainToInstance(CreateCrossTenantMigrationJob, body);
  const faults: DraftFaults = {};
  for (const error of flatten(validateSync(instance))) {
    const field = fieldOf(error.property);
    if (field !== null) faults[field] ??= sentence(field, error);
  }
  const date = instance.completeAfterDateTime;
  if (faults.completeAfterDateTime === undefined && date <= now) {
    faults.completeAfterDateTime = 'This moment lies in the past.';
  }
  const dependencies = workloadFault(body.workloads ?? []);
  return dependencies === null ? faults : { ...faults, workloads: dependencies };
}

/** The service's own faults at their fields; what has no field here is left out and stands above the form. */
export function faultsOfDetails(details: readonly Fault[]): DraftFaults {
  const faults: DraftFaults = {};
  for (const { target, message } of details) {
    const field = target === undefined ? null : fieldOf(target);
    if (field !== null) faults[field] ??= message;
  }
  return faults;
}

/** `exchangeSettings/sourceEndpoint`, `resources[3]` -> the field that shows them. */
function fieldOf(target: string): DraftField | null {
  const words = target.split(/[/.[\]]/);
  return (
    words.map((word) => DRAFT_FIELDS.find((field) => field === word)).findLast((field) => field !== undefined) ?? null
  );
}

function flatten(errors: readonly ValidationError[]): ValidationError[] {
  return errors.flatMap((error) => [error, ...flatten(error.children ?? [])]).filter(({ constraints }) => constraints);
}

function sentence(field: DraftField, { constraints = {} }: ValidationError): string {
  const known = Object.keys(constraints).map((constraint) => ADVICE[field]?.[constraint]);
  return known.find((advice) => advice !== undefined) ?? Object.values(constraints)[0] ?? 'This is not valid.';
}

import { CreateCrossTenantMigrationJob, type Workload } from '@ferry/contracts';
import { CUTOVER_LEAD, cutoverDateFault, type CutoverDateFault, missingDependencies } from '@ferry/domain';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { momentOf } from '../../../format/zoned-time';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { createJobBody } from './create-job-body';
import { type JobDraft, soonestCutover } from './job-draft';
import type { PlannedJob } from './planned-jobs';

/** The places of a draft that can be at fault, by the last word of the member that the service names. */
export const DRAFT_FIELDS = [
  'resources',
  'workloads',
  'sourceTenantId',
  'sourceEndpoint',
  'targetDeliveryDomain',
  'completeAfterDateTime',
  'displayName',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** A fault at a field; `job` says which of several jobs, by its place among them. */
export interface DraftFault {
  readonly field: DraftField;
  readonly job?: number;
  readonly message: string;
}

/** What a person should do, where the class's own sentence speaks of members. */
const ADVICE: Partial<Record<DraftField, Record<string, string>>> = {
  displayName: {
    isNotEmpty: 'Give the job a name.',
    maxLength: 'A name has 256 characters at most.',
    isPrintable: 'Remove line breaks and other characters that cannot be printed.',
  },
  sourceTenantId: { isUuid: 'Choose the tenant that the content leaves.' },
  sourceEndpoint: { isNotEmpty: 'Choose a migration endpoint.' },
  targetDeliveryDomain: { isNotEmpty: 'Name the domain that mail is delivered to.' },
  completeAfterDateTime: { isDate: 'Give a date and a time.' },
  resources: { arrayNotEmpty: 'Choose at least one person.', isUuid: 'Someone in the list has no valid object id.' },
};

const DATE_ADVICE: Readonly<Record<CutoverDateFault, string>> = {
  passed: 'This moment has passed. Choose a later one.',
  tooNear: 'This moment is less than a minute away and would pass before the job is created. Choose a later one.',
  outOfRange: 'Choose a date before the year 10000.',
};
const SKIPPED_TIME = 'Clocks are set forward over this time, so it does not exist that day. Choose another one.';

/** The earliest cutover that a draft asks for; null while its date is not complete. */
export function cutoverOf({ when, cutover }: Pick<JobDraft, 'when' | 'cutover'>, now: Date): Date | null {
  return when === 'asSoonAsSynced' ? soonestCutover(now) : momentOf(cutover).moment;
}

/** Judges jobs with the very class that the service judges them with, and by what only the service would see later. */
export function draftFaults(draft: JobDraft, jobs: readonly PlannedJob[], now: Date): DraftFault[] {
  const cutover = cutoverOf(draft, now);
  const ofBodies = jobs.flatMap((job, index) => {
    // All jobs share everything but names and people, and the people of the first stand for those of the others.
    const people = index === 0 ? job.people : (jobs[0]?.people ?? []);
    const body = createJobBody(draft, { ...job, people }, cutover);
    const errors = flatten(validateSync(plainToInstance(CreateCrossTenantMigrationJob, body)));
    return errors.flatMap((error): DraftFault[] => {
      const field = fieldOf(error.property);
      if (field === null || (index > 0 && field !== 'displayName')) return [];
      return [{ field, ...(field === 'displayName' ? { job: index } : {}), message: sentence(field, error) }];
    });
  });
  return firstOfEach([...dateFaults(draft, cutover, now), ...workloadFaults(draft), ...ofBodies, ...twins(jobs)]);
}

/** Why the chosen workloads do not go together, in words; null when they do. */
export function workloadFault(workloads: readonly Workload[]): string | null {
  if (workloads.length === 0) return 'Choose what moves.';
  const missing = missingDependencies(workloads).map(({ workload, needs }) => {
    const names = needs.map((needed) => WORKLOAD_FACES[needed].label).join(' and ');
    return `${WORKLOAD_FACES[workload].label} needs ${names}.`;
  });
  return missing.length === 0 ? null : missing.join(' ');
}

/** `exchangeSettings/sourceEndpoint`, `resources[3]` -> the field that shows them. */
export function fieldOf(target: string): DraftField | null {
  const words = target.split(/[/.[\]]/);
  return (
    words.map((word) => DRAFT_FIELDS.find((field) => field === word)).findLast((field) => field !== undefined) ?? null
  );
}

function workloadFaults({ workloads }: JobDraft): DraftFault[] {
  const message = workloadFault(workloads);
  return message === null ? [] : [{ field: 'workloads', message }];
}

function dateFaults({ when, cutover }: JobDraft, moment: Date | null, now: Date): DraftFault[] {
  const field = 'completeAfterDateTime';
  if (when === 'atDate' && momentOf(cutover).change === 'skipped') return [{ field, message: SKIPPED_TIME }];
  const fault = moment === null ? null : cutoverDateFault(moment, now, CUTOVER_LEAD);
  return fault === null ? [] : [{ field, message: DATE_ADVICE[fault] }];
}

/** Names are unique within a tenant, so the jobs of one draft need different ones too. */
function twins(jobs: readonly PlannedJob[]): DraftFault[] {
  const names = jobs.map(({ displayName }) => displayName.trim());
  return names.flatMap((name, job): DraftFault[] =>
    name !== '' && names.indexOf(name) < job
      ? [{ field: 'displayName', job, message: 'Another one of these jobs has this name.' }]
      : [],
  );
}

function firstOfEach(faults: readonly DraftFault[]): DraftFault[] {
  const seen = new Set<string>();
  return faults.filter(({ field, job }) => {
    const key = `${field} ${job ?? ''}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function flatten(errors: readonly ValidationError[]): ValidationError[] {
  return errors.flatMap((error) => [error, ...flatten(error.children ?? [])]).filter(({ constraints }) => constraints);
}

function sentence(field: DraftField, { constraints = {} }: ValidationError): string {
  const known = Object.keys(constraints).map((constraint) => ADVICE[field]?.[constraint]);
  return known.find((advice) => advice !== undefined) ?? Object.values(constraints)[0] ?? 'This is not valid.';
}

import type { Workload } from '@ferry/contracts';
import { WORKLOADS } from '@ferry/contracts';
import { ownZone, zonedTimeOf, type ZonedTime } from '../../../format/zoned-time';
import type { JobCreation } from './job-creation';
import type { PeopleFile } from './people-file';

/** Somebody who was chosen from the directory. */
export interface PickedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
}

/** What happens as soon as a job is created. */
export type JobStart = 'none' | 'validate' | 'migrate';

/** Everything that somebody has written about jobs that do not exist yet, and which of them do by now. */
export interface JobDraft {
  /** Where the people are from: a list, or the directory of the target tenant. */
  readonly origin: 'file' | 'directory';
  readonly file: PeopleFile | null;
  readonly picked: readonly PickedPerson[];
  readonly sourceTenantId: string;
  readonly sourceEndpoint: string;
  readonly targetDeliveryDomain: string;
  readonly workloads: readonly Workload[];
  /** Object ids of people who stay out of the job because of what the pre-flight found. */
  readonly leftOut: readonly string[];
  readonly when: 'atDate' | 'asSoonAsSynced';
  readonly cutover: ZonedTime;
  readonly start: JobStart;
  readonly displayName: string;
  /** How many people a job takes; null for as many as it may. */
  readonly peoplePerJob: number | null;
  /** Names that were given by hand, by the place of the job among them all. */
  readonly names: Readonly<Record<number, string>>;
  /** The jobs that were begun to be created; from the first one on the people stay as they are. */
  readonly creations: readonly JobCreation[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What a new draft begins with: everything moves, tomorrow at this hour. */
export function emptyDraft(now: Date, targetDeliveryDomain: string): JobDraft {
  const tomorrow = new Date(Math.ceil((now.getTime() + 24 * HOUR) / HOUR) * HOUR);
  return {
    origin: 'file',
    file: null,
    picked: [],
    sourceTenantId: '',
    sourceEndpoint: '',
    targetDeliveryDomain,
    workloads: WORKLOADS,
    leftOut: [],
    when: 'atDate',
    cutover: zonedTimeOf(tomorrow, ownZone()),
    start: 'validate',
    displayName: '',
    peoplePerJob: null,
    names: {},
    creations: [],
  };
}

/** The moment that stands for "as soon as synced": the next full minute but one, so that a request reaches the service before. */
export function soonestCutover(now: Date): Date {
  return new Date(Math.ceil(now.getTime() / MINUTE) * MINUTE + 2 * MINUTE);
}

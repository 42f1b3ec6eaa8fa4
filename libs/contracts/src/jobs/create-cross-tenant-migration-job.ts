import {
  ArrayNotEmpty,
  IsArray,
  IsDefined,
  IsNotEmpty,
  IsObject,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Distinct } from '../members/distinct';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { ODataType } from '../members/odata-type';
import { Nullable, Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { Printable, Trimmed } from '../members/printable-text';
import { valueRule } from '../members/value-rule';
import { VocabularyMember, VocabularyMembers } from '../members/vocabulary';
import { ExchangeOnlineCrossTenantMigrationSettings } from './exchange-settings';
import { JobStatus } from './job-status';
import { JobType } from './job-type';
import { ResourceType } from './resource-type';
import { Workload } from './workload';

const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** Whether the body needs `exchangeSettings`: Exchange is chosen, or nothing is chosen and so everything is. */
function movesMailboxes({ workloads }: { workloads?: unknown }): boolean {
  if (workloads === undefined) return true;
  return Array.isArray(workloads) && (workloads.length === 0 || workloads.includes(Workload.Exchange));
}

/**
 * Body of `POST /solutions/migrations/crossTenantMigrationJobs`. All members of the published create page are allowed;
 * the server-owned ones are checked for their type and then assigned by the service (contract page 1.3.2).
 */
@Describe('A migration job to be created.')
export class CreateCrossTenantMigrationJob {
  @ODataType('crossTenantMigrationJob')
  '@odata.type'?: string;

  @Describe('Assigned by the service; a value given here is ignored.')
  @Optional()
  @IsString()
  id?: string;

  @Describe('Name of the job, unique within the target tenant over all its jobs.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Trimmed()
  @Printable()
  displayName!: string;

  @Describe(
    'Starts that kind of job at once: `validate` begins the checks, `migrate` runs them and then moves what passed. ' +
      'Without it the job waits in `submitted` for the validate action.',
  )
  @Optional()
  @EnumMember({ Validate: JobType.Validate, Migrate: JobType.Migrate })
  jobType?: JobType;

  @Describe('GUID of the tenant that the content leaves.')
  @Guid()
  sourceTenantId!: string;

  @Describe("GUID of the tenant that the content enters. Must be the caller's own tenant when given.")
  @Optional()
  @Guid()
  targetTenantId?: string;

  @Describe('Earliest moment of the cutover. Must lie in the future.')
  @DateTimeOffset()
  completeAfterDateTime!: Date;

  @Describe('Assigned by the service; only an initial status is accepted here.')
  @Optional()
  @EnumMember({ Submitted: JobStatus.Submitted, ValidateSubmitted: JobStatus.ValidateSubmitted })
  status?: JobStatus;

  @Describe('Assigned by the service; a value given here is ignored.')
  @Nullable()
  @IsString()
  message?: string | null;

  @Describe('Assigned by the service; a value given here is ignored.')
  @Optional()
  @DateTimeOffset()
  createdDateTime?: Date;

  @Describe('Assigned by the service; a value given here is ignored.')
  @Optional()
  @IsString()
  createdBy?: string;

  @Describe('Assigned by the service; a value given here is ignored.')
  @Optional()
  @DateTimeOffset()
  lastUpdatedDateTime?: Date;

  @Describe('How mailboxes are moved. Required when Exchange is among the workloads.')
  @ValidateIf((body: object, value) => (value !== undefined && value !== null) || movesMailboxes(body))
  @IsDefined({
    message: '$property is required when Exchange is among the workloads',
    ...valueRule('missingExchangeSettings'),
  })
  @IsObject({ message: '$property must be an object' })
  @ValidateNested()
  @Nested(() => ExchangeOnlineCrossTenantMigrationSettings)
  exchangeSettings?: ExchangeOnlineCrossTenantMigrationSettings | null;

  @Describe('The workloads to move; all of them when absent.')
  @Optional()
  @VocabularyMembers(Workload)
  @Distinct('$property must not hold the same workload twice')
  workloads?: Workload[];

  @Describe('What the resources are.')
  @VocabularyMember(ResourceType)
  resourceType!: ResourceType;

  @Describe('Object ids of the people in the target tenant.')
  @IsArray()
  @ArrayNotEmpty()
  @Guid({ each: true })
  @Distinct('$property must not hold the same person twice', lowerCase)
  resources!: string[];
}

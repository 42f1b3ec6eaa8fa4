import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { CrossTenantMigrationJob } from '../jobs/cross-tenant-migration-job';
import { JobType } from '../jobs/job-type';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Nullable, Optional } from '../members/optional';
import { JobHealth } from './job-health';
import { ItemCounts } from './item-counts';

/** A job as a line of a list: the contract's job, what decides about its actions, and its most important numbers. */
@Describe('A job as a line of a list.')
export class JobSummary {
  @Describe('The job as the contract shows it, without its people.')
  @ValidateNested()
  @Nested(() => CrossTenantMigrationJob)
  job!: CrossTenantMigrationJob;

  @Describe('The jobType that the create body carried; null when it carried none.')
  @Nullable()
  @EnumMember(JobType)
  createdAs!: JobType | null;

  @Describe('When validation last ended; null before that.')
  @Nullable()
  @DateTimeOffset()
  validatedDateTime!: Date | null;

  @Describe('When the result of the validation ceases to allow a migration; null without a passed validation.')
  @Nullable()
  @DateTimeOffset()
  validationExpiresDateTime!: Date | null;

  @Describe('Whether the migration was submitted and waits for the approval of another person than the creator.')
  @IsBoolean()
  awaitsApproval!: boolean;

  @Describe('How the job fares; null where nothing happens any more and nothing is to be judged.')
  @Nullable()
  @EnumMember(JobHealth)
  health!: JobHealth | null;

  @Describe('People of the job, without those who were taken out.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People of whom something failed.')
  @IsInt()
  @Min(0)
  failedPeople!: number;

  @Describe('People of whom skipped items wait for a decision.')
  @IsInt()
  @Min(0)
  heldPeople!: number;

  @Describe('Workloads of people that have not come further for much longer than their peers take.')
  @IsInt()
  @Min(0)
  stuck!: number;

  @Describe('Workloads of people.')
  @IsInt()
  @Min(0)
  workloads!: number;

  @Describe('Workloads of people that a validation has judged.')
  @IsInt()
  @Min(0)
  checkedWorkloads!: number;

  @Describe('Items over all people and workloads.')
  @ValidateNested()
  @Nested(() => ItemCounts)
  items!: ItemCounts;
}

/** Answer of `GET /api/v1/jobs`. */
@Describe('A page of jobs as lines of a list.')
export class JobSummaryCollection {
  @Describe('The jobs of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => JobSummary)
  value!: JobSummary[];

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

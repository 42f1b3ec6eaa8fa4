import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { CrossTenantMigrationJob } from '../jobs/cross-tenant-migration-job';
import { JobType } from '../jobs/job-type';
import { ServiceStatus } from '../jobs/service-status';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { ItemCounts } from './item-counts';
import { RemainingTime } from './remaining-time';

/** How many people have one workload in one status. */
@Describe('How many people have a workload in a status.')
export class ServiceStatusCount {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('The status.')
  @EnumMember(ServiceStatus)
  status!: ServiceStatus;

  @Describe('People, without those who were taken out.')
  @IsInt()
  @Min(0)
  people!: number;
}

/** Items of one workload over all people of a job. */
@Describe('Items of one workload over all people of a job.')
export class ServiceTotals extends ItemCounts {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('How much longer everybody who moves now takes, as many at once as now; null when nobody can say.')
  @Nullable()
  @ValidateNested()
  @Nested(() => RemainingTime)
  remaining!: RemainingTime | null;
}

/** Answer of `GET /api/v1/jobs/{id}`: the contract's job, its dates and its numbers. */
@Describe('A job in numbers.')
export class JobProgress {
  @Describe('The job as the contract lists it, without its resources.')
  @ValidateNested()
  @Nested(() => CrossTenantMigrationJob)
  job!: CrossTenantMigrationJob;

  @Describe('The jobType that the create body carried; null when it carried none.')
  @Nullable()
  @EnumMember(JobType)
  createdAs!: JobType | null;

  @Describe('Name of the source tenant; null when it is not known here.')
  @Nullable()
  @IsString()
  sourceTenantName!: string | null;

  @Describe('When validation last ended; null before that.')
  @Nullable()
  @DateTimeOffset()
  validatedDateTime!: Date | null;

  @Describe('When the result of the validation ceases to allow a migration; null without a passed validation.')
  @Nullable()
  @DateTimeOffset()
  validationExpiresDateTime!: Date | null;

  @Describe('When migrate was last called; null before that.')
  @Nullable()
  @DateTimeOffset()
  migrationStartedDateTime!: Date | null;

  @Describe('When the cutover of the job began; null before that.')
  @Nullable()
  @DateTimeOffset()
  cutoverStartedDateTime!: Date | null;

  @Describe('When the migration last ended; null before that.')
  @Nullable()
  @DateTimeOffset()
  finishedDateTime!: Date | null;

  @Describe('Whether the migration was submitted and waits for the approval of another person than the creator.')
  @IsBoolean()
  awaitsApproval!: boolean;

  @Describe('How many items one workload of one person may skip before an administrator has to accept it.')
  @IsInt()
  @Min(0)
  skippedItemsAllowed!: number;

  @Describe('People of the job, without those who were taken out.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People who were taken out of the job.')
  @IsInt()
  @Min(0)
  removedPeople!: number;

  @Describe('Workloads of people that have not come further for much longer than their peers take.')
  @IsInt()
  @Min(0)
  stuck!: number;

  @Describe('How many people have each workload in each status; only what occurs.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ServiceStatusCount)
  statuses!: ServiceStatusCount[];

  @Describe('Items of each workload over all people.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ServiceTotals)
  totals!: ServiceTotals[];
}

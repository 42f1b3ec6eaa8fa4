import { IsBoolean, IsInt, Min, ValidateNested } from 'class-validator';
import { CrossTenantMigrationJob } from '../jobs/cross-tenant-migration-job';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';

/** A cutover of the next days. */
@Describe('A cutover of the next days.')
export class Cutover {
  @Describe('The job as lists show it; its `completeAfterDateTime` is the date.')
  @ValidateNested()
  @Nested(() => CrossTenantMigrationJob)
  job!: CrossTenantMigrationJob;

  @Describe('People of the job, without those who were taken out.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People whose workloads all wait for the date.')
  @IsInt()
  @Min(0)
  syncedPeople!: number;

  @Describe('Whether the migration waits for the approval of a second person.')
  @IsBoolean()
  awaitsApproval!: boolean;
}

/** How many cutovers a day has. */
@Describe('How many cutovers a day has.')
export class CutoverDay {
  @Describe('Where the day begins, in UTC.')
  @DateTimeOffset()
  startDateTime!: Date;

  @Describe('Jobs that may be cut over from a moment of that day on.')
  @IsInt()
  @Min(1)
  jobs!: number;
}

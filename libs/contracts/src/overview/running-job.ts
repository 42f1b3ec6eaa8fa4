import { IsArray, IsInt, IsNumber, Min, ValidateNested } from 'class-validator';
import { CrossTenantMigrationJob } from '../jobs/cross-tenant-migration-job';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { RemainingTime } from '../progress/remaining-time';

/** How a workload of a job comes on, over all people. */
@Describe('How a workload of a job comes on.')
export class RunningWorkload {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('People of the job who have it.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People of whom it is over; while the job is validated those of whom it was checked.')
  @IsInt()
  @Min(0)
  endedPeople!: number;

  @Describe('People of whom it is synced, or will be moved after the mailbox, and waits for the date of the cutover.')
  @IsInt()
  @Min(0)
  waitingPeople!: number;

  @Describe('Items that the source announces.')
  @IsInt()
  @Min(0)
  expected!: number;

  @Describe('Items that have been settled so far.')
  @IsInt()
  @Min(0)
  found!: number;

  @Describe('Items settled a second just now, on the average of the last ten seconds and more.')
  @IsNumber()
  @Min(0)
  itemsPerSecond!: number;

  @Describe('Bytes written a second just now, on the same average.')
  @IsNumber()
  @Min(0)
  bytesPerSecond!: number;

  @Describe('How much longer everybody who moves now takes; null when nobody can say.')
  @Nullable()
  @ValidateNested()
  @Nested(() => RemainingTime)
  remaining!: RemainingTime | null;
}

/** A job that runs. */
@Describe('A job that runs.')
export class RunningJob {
  @Describe('The job as lists show it.')
  @ValidateNested()
  @Nested(() => CrossTenantMigrationJob)
  job!: CrossTenantMigrationJob;

  @Describe('People of the job, without those who were taken out.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('Its workloads.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => RunningWorkload)
  workloads!: RunningWorkload[];
}

import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';

/** How many jobs have one status. */
@Describe('How many jobs have a status.')
export class JobStatusCount {
  @Describe('The status.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('Jobs.')
  @IsInt()
  @Min(0)
  jobs!: number;
}

/** Answer of `GET /api/v1/jobs/counts`: the jobs that a filter and a search mean, counted. */
@Describe('Jobs, counted by status.')
export class JobCounts {
  @Describe('All jobs that are meant.')
  @IsInt()
  @Min(0)
  jobs!: number;

  @Describe('How many of them need a person: an approval, a decision, or a look at what failed.')
  @IsInt()
  @Min(0)
  needAttention!: number;

  @Describe('How many of them have each status; only what occurs.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => JobStatusCount)
  statuses!: JobStatusCount[];
}

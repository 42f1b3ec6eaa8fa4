import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';

/** What one workload moved in a span of time, over all people of a job. */
@Describe('What a workload moved in a span of time, over all people of a job.')
export class WorkloadThroughput {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Items written to the target.')
  @IsInt()
  @Min(0)
  items!: number;

  @Describe('Bytes written to the target.')
  @IsInt()
  @Min(0)
  bytes!: number;
}

/** What a job moved in one span of time: `items` divided by its length is the average rate. */
@Describe('What a job moved in one span of time.')
export class ThroughputPoint {
  @Describe('When the span begins.')
  @DateTimeOffset()
  startDateTime!: Date;

  @Describe('When it ends: where the next one begins, and for the last one when the answer was made or the job ended.')
  @DateTimeOffset()
  endDateTime!: Date;

  @Describe('The workloads that moved anything in it; none when nothing moved.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => WorkloadThroughput)
  workloads!: WorkloadThroughput[];
}

/** Answer of `GET /api/v1/jobs/{id}/throughput`: spans of one length without a hole, at most about 120 of them. */
@Describe('What a job moved, over time.')
export class JobThroughput {
  @Describe('Length of a span, in seconds: a minute or longer. The first and the last one may be shorter.')
  @IsInt()
  @Min(60)
  intervalSeconds!: number;

  @Describe('From the first item that moved until now, or until the job ended; oldest first, none when nothing moved.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ThroughputPoint)
  points!: ThroughputPoint[];
}

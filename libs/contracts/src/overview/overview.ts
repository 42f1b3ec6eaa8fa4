import { IsArray, IsBoolean, IsInt, Min, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Attention } from './attention';
import { Cutover, CutoverDay } from './cutover';
import { RunningJob } from './running-job';

/** Answer of `GET /api/v1/overview`: what a tenant has to know at this moment. */
@Describe('What a tenant has to know at this moment.')
export class Overview {
  @Describe('When it was, by the clock of the service.')
  @DateTimeOffset()
  dateTime!: Date;

  @Describe('Whether the tenant has any job.')
  @IsBoolean()
  hasJobs!: boolean;

  @Describe('What needs a person now, most urgent first; of each kind the first twenty.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => Attention)
  attention!: Attention[];

  @Describe('Jobs that ended with people who failed, up to 1,000; `attention` tells of the newest.')
  @IsInt()
  @Min(0)
  failedJobs!: number;

  @Describe('Jobs that run, up to 1,000; `running` tells of those that changed last.')
  @IsInt()
  @Min(0)
  runningJobs!: number;

  @Describe('What is running; of many jobs the ten that changed last.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => RunningJob)
  running!: RunningJob[];

  @Describe('The next cutovers of today and the thirteen days behind it, the next one first; ten at most.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => Cutover)
  cutovers!: Cutover[];

  @Describe('Which of these fourteen days have cutovers.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CutoverDay)
  cutoverDays!: CutoverDay[];
}

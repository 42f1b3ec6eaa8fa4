import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { GraphError } from '../jobs/graph-error';
import { ServiceStatus } from '../jobs/service-status';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { ItemCounts } from './item-counts';
import { RemainingTime } from './remaining-time';
import { WaitReason } from './wait-reason';

/** One workload of one person with its numbers: what the contract's status entry does not say. */
@Describe('One workload of one person, in numbers.')
export class ServiceProgress extends ItemCounts {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Where it stands.')
  @EnumMember(ServiceStatus)
  status!: ServiceStatus;

  @Describe('What is going on, in words; empty when there is nothing to say.')
  @IsString()
  message!: string;

  @Describe('What went wrong; empty when nothing did.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => GraphError)
  errors!: GraphError[];

  @Describe('How often the workload was started by migrate; 0 before the first time.')
  @IsInt()
  @Min(0)
  attempt!: number;

  @Describe('When it began to move; null before that.')
  @Nullable()
  @DateTimeOffset()
  startedDateTime!: Date | null;

  @Describe('When it ended; null before that.')
  @Nullable()
  @DateTimeOffset()
  finishedDateTime!: Date | null;

  @Describe('Until when it waits because the source or the target asked for it; null when it does not.')
  @Nullable()
  @DateTimeOffset()
  waitsUntilDateTime!: Date | null;

  @Describe('Since when somebody has to decide about its skipped items; null while nobody has to.')
  @Nullable()
  @DateTimeOffset()
  heldDateTime!: Date | null;

  @Describe('Why it does not move just now; null while it moves, and when nothing is to move.')
  @Nullable()
  @ValidateNested()
  @Nested(() => WaitReason)
  waiting!: WaitReason | null;

  @Describe('When it last came further; null before its first step.')
  @Nullable()
  @DateTimeOffset()
  movedDateTime!: Date | null;

  @Describe('Whether it has not come further for much longer than its peers take.')
  @IsBoolean()
  stuck!: boolean;

  @Describe('How much longer the copying takes; null when nothing is left, or when too few have been seen to say.')
  @Nullable()
  @ValidateNested()
  @Nested(() => RemainingTime)
  remaining!: RemainingTime | null;
}

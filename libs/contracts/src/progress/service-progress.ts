import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { GraphError } from '../jobs/graph-error';
import { ServiceStatus } from '../jobs/service-status';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { ItemCounts } from './item-counts';

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
}

import { IsInt, Min } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';

/** Why a workload of a person does not move just now. */
export enum WaitKind {
  /** The cutover date of the job has not come. */
  Date = 'date',
  /** The mailbox of the same person goes first. */
  Mailbox = 'mailbox',
  /** As many workloads as allowed use the migration endpoint already. */
  Slot = 'slot',
  /** The items a second that the migration endpoint allows are used up. */
  Pace = 'pace',
  /** The source or the target asked to wait. */
  BackOff = 'backOff',
  /** The connection broke and is tried again later. */
  Retry = 'retry',
  /** Somebody has to decide: about skipped items, or about the approval of the migration. */
  Person = 'person',
  /** It may move and waits for its turn. */
  Queue = 'queue',
}

/** Why a workload of a person does not move, until when, and which try comes next. */
@Describe('Why a workload of a person does not move.')
export class WaitReason {
  @Describe('What it waits for.')
  @EnumMember(WaitKind)
  kind!: WaitKind;

  @Describe('Until when; null when nobody can say.')
  @Nullable()
  @DateTimeOffset()
  untilDateTime!: Date | null;

  @Describe('Which retry comes next, from 1 on; null unless it waits for one.')
  @Nullable()
  @IsInt()
  @Min(1)
  retry!: number | null;

  @Describe('How many retries there are before it fails; null unless it waits for one.')
  @Nullable()
  @IsInt()
  @Min(1)
  retries!: number | null;
}

import { IsInt, IsString, Min } from 'class-validator';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nullable } from '../members/optional';

/** Something that happened in a job: a transition of the job, of a person or of a workload, once and in order. */
@Describe('Something that happened in a job.')
export class JobEvent {
  @Describe('Number of the event; grows with time.')
  @IsInt()
  @Min(1)
  id!: number;

  @Describe('When it happened.')
  @DateTimeOffset()
  dateTime!: Date;

  @Describe('The person whom it is about; null when it is about the job.')
  @Nullable()
  @Guid()
  personId!: string | null;

  @Describe('Name of that person, when the directory knows it.')
  @Nullable()
  @IsString()
  personName!: string | null;

  @Describe('The workload that it is about; null when it is about the job or the whole person.')
  @Nullable()
  @EnumMember(Workload)
  service!: Workload | null;

  @Describe('Status before; null when the thing began.')
  @Nullable()
  @IsString()
  fromStatus!: string | null;

  @Describe('Status after.')
  @IsString()
  toStatus!: string;

  @Describe('What caused it, in words.')
  @IsString()
  cause!: string;

  @Describe('Who asked for it; `engine` when nobody did.')
  @IsString()
  actor!: string;
}

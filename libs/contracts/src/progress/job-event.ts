import { IsInt, IsString, Min } from 'class-validator';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nullable } from '../members/optional';

/**
 * Something that happened in a job: a transition of the job, of a person or of a workload, once and in order. An event
 * about the job has words of `JobStatus`, one about a workload words of `ServiceStatus`, and one about a whole person
 * words of `PersonMembership`. Workloads of people who are in a job from its creation on begin in `notStarted` without an
 * event. An event whose two statuses are equal is no transition: something else happened, such as another date.
 */
@Describe('Something that happened in a job.')
export class JobEvent {
  @Describe('Number of the event; within a job, what happened later has the larger one.')
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

  @Describe('Status before; null when the thing began. Equal to the status after when something else changed.')
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

import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable, Optional } from '../members/optional';
import { AuditAction } from './audit-action';

/** Who asked for what in which job, and when: an event of the log that a caller caused and the engine did not. */
@Describe('Who asked for what in which job, and when.')
export class AuditEntry {
  @Describe('Number of the event.')
  @IsInt()
  @Min(1)
  id!: number;

  @Describe('When it was asked for.')
  @DateTimeOffset()
  dateTime!: Date;

  @Describe('User principal name of a person, or application id of an application.')
  @IsString()
  actor!: string;

  @Describe('What was asked for.')
  @EnumMember(AuditAction)
  action!: AuditAction;

  @Describe('The same in words, as the event log has it.')
  @IsString()
  cause!: string;

  @Describe('Identifier of the job.')
  @Guid()
  jobId!: string;

  @Describe('Name of the job.')
  @IsString()
  jobName!: string;

  @Describe('Whether the job was deleted since; its report may still be there.')
  @IsBoolean()
  jobDeleted!: boolean;

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

  @Describe('Status of the job, the person or the workload before; null when it began.')
  @Nullable()
  @IsString()
  fromStatus!: string | null;

  @Describe('Status after; equal to the one before when something else changed, such as the date.')
  @IsString()
  toStatus!: string;
}

/** Answer of `GET /api/v1/audit`. */
@Describe('A page of the audit, latest first.')
export class AuditEntryCollection {
  @Describe('The entries of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => AuditEntry)
  value!: AuditEntry[];

  @Describe('Address of the next, older page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

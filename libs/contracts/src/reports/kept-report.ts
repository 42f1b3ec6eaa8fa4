import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable, Optional } from '../members/optional';

/** A report that was kept when its job was deleted, as lists show it. */
@Describe('A report that was kept when its job was deleted.')
export class KeptReport {
  @Describe('Identifier of the report: that of the job.')
  @Guid()
  id!: string;

  @Describe('Name that the job had.')
  @IsString()
  displayName!: string;

  @Describe('Where the job stood before it was deleted.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('Who created the job.')
  @IsString()
  createdBy!: string;

  @Describe('When the job was created.')
  @DateTimeOffset()
  jobCreatedDateTime!: Date;

  @Describe('When the migration last ended; null when it never did.')
  @Nullable()
  @DateTimeOffset()
  finishedDateTime!: Date | null;

  @Describe('When the job was deleted and the report kept.')
  @DateTimeOffset()
  keptDateTime!: Date;

  @Describe('When the report is removed; null when it is kept for ever.')
  @Nullable()
  @DateTimeOffset()
  expiresDateTime!: Date | null;

  @Describe('People of the report.')
  @IsInt()
  @Min(0)
  people!: number;
}

/** Answer of `GET /api/v1/reports`. */
@Describe('A page of the reports of deleted jobs, latest deleted first.')
export class KeptReportCollection {
  @Describe('The reports of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => KeptReport)
  value!: KeptReport[];

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

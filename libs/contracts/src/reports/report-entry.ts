import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable, Optional } from '../members/optional';

/** What the comparisons of source and target found, over a whole job. */
export enum VerificationVerdict {
  /** Nothing was compared. */
  None = 'none',
  /** Some workloads of people were compared, and nothing was missing or different; others have not been. */
  Partial = 'partial',
  /** Everything that was to be compared was, and nothing was missing or different. */
  Verified = 'verified',
  /** Something is missing at the target, or differs. */
  Differs = 'differs',
}

/** A report as lists show it: of a job that is over, or of one that was deleted. */
@Describe('A report: of a job that is over, or of one that was deleted.')
export class ReportEntry {
  @Describe('Identifier of the report: that of the job.')
  @Guid()
  id!: string;

  @Describe('Name of the job.')
  @IsString()
  displayName!: string;

  @Describe('Where the job stands; for a deleted job, where it stood before.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('What the last comparisons of source and target found.')
  @EnumMember(VerificationVerdict)
  verification!: VerificationVerdict;

  @Describe('Who created the job.')
  @IsString()
  createdBy!: string;

  @Describe('When the job was created.')
  @DateTimeOffset()
  jobCreatedDateTime!: Date;

  @Describe('When the job came to its end: its migration, or else its last change.')
  @DateTimeOffset()
  endedDateTime!: Date;

  @Describe('When the job was deleted and the report kept; null while the job is there.')
  @Nullable()
  @DateTimeOffset()
  keptDateTime!: Date | null;

  @Describe('When the report is removed; null when it is kept for ever, or as long as its job.')
  @Nullable()
  @DateTimeOffset()
  expiresDateTime!: Date | null;

  @Describe('People of the report.')
  @IsInt()
  @Min(0)
  people!: number;
}

/** Answer of `GET /api/v1/reports`. */
@Describe('A page of reports, latest ended first.')
export class ReportEntryCollection {
  @Describe('The reports of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ReportEntry)
  value!: ReportEntry[];

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

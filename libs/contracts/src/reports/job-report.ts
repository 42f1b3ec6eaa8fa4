import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { ReportTotals } from './report-totals';
import { ServiceReport } from './service-report';

/** One person of a report. */
@Describe('One person of a report.')
export class PersonReport {
  @Describe('Object id of the person in the target tenant.')
  @Guid()
  id!: string;

  @Describe('Name of the person; null when the directory does not know the id.')
  @Nullable()
  @IsString()
  displayName!: string | null;

  @Describe('Mail address of the person; null when the directory does not know the id.')
  @Nullable()
  @IsString()
  mail!: string | null;

  @Describe('Whether the person was taken out of the job.')
  @IsBoolean()
  removed!: boolean;

  @Describe('One entry for each workload of the job, in their usual order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ServiceReport)
  services!: ServiceReport[];
}

/** What a report says about the job as a whole: everything but its people. */
@Describe('A report without its people.')
export class ReportHead {
  @Describe('Identifier of the job, and of its report.')
  @Guid()
  id!: string;

  @Describe('Name of the job.')
  @IsString()
  displayName!: string;

  @Describe('Where the job stands; for a deleted job, where it stood before.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('When the report was made; for a deleted job, when the job was deleted.')
  @DateTimeOffset()
  createdDateTime!: Date;

  @Describe('When the job was created.')
  @DateTimeOffset()
  jobCreatedDateTime!: Date;

  @Describe('Who created the job.')
  @IsString()
  createdBy!: string;

  @Describe('Name of the source tenant, or its id when the name is not known here.')
  @IsString()
  sourceTenant!: string;

  @Describe('Name of the target tenant, or its id when the name is not known here.')
  @IsString()
  targetTenant!: string;

  @Describe('From when on people cut over.')
  @DateTimeOffset()
  completeAfterDateTime!: Date;

  @Describe('When migrate was last called; null before that.')
  @Nullable()
  @DateTimeOffset()
  migrationStartedDateTime!: Date | null;

  @Describe('When the cutover of the job began; null before that.')
  @Nullable()
  @DateTimeOffset()
  cutoverStartedDateTime!: Date | null;

  @Describe('When the migration last ended; null before that.')
  @Nullable()
  @DateTimeOffset()
  finishedDateTime!: Date | null;

  @Describe('Each workload over all people.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ReportTotals)
  totals!: ReportTotals[];
}

/** Answer of `GET /api/v1/jobs/{id}/report` and `GET /api/v1/reports/{id}`. */
@Describe('What was found at the source of a job, what became of it, and what a comparison with the target found.')
export class JobReport extends ReportHead {
  @Describe('The people of the job in the order of its resources.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonReport)
  people!: PersonReport[];
}

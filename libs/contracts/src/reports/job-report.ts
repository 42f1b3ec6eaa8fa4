import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { ServiceStatus } from '../jobs/service-status';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';

/** Source and target of one workload of one person: `copied + alreadyThere + skipped + failed = found`. */
@Describe('Source and target of one workload of one person, compared.')
export class ServiceReport {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Where it stands.')
  @EnumMember(ServiceStatus)
  status!: ServiceStatus;

  @Describe('Items seen at the source.')
  @IsInt()
  @Min(0)
  found!: number;

  @Describe('Items written to the target.')
  @IsInt()
  @Min(0)
  copied!: number;

  @Describe('Items that the target already had.')
  @IsInt()
  @Min(0)
  alreadyThere!: number;

  @Describe('Items that the target does not take.')
  @IsInt()
  @Min(0)
  skipped!: number;

  @Describe('Items that could not be copied.')
  @IsInt()
  @Min(0)
  failed!: number;

  @Describe('Items that the target has now, counted by listing it for this report.')
  @IsInt()
  @Min(0)
  atTarget!: number;
}

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

  @Describe('One entry for each workload of the job.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ServiceReport)
  services!: ServiceReport[];
}

/** Answer of `GET /api/v1/jobs/{id}/report`. */
@Describe('Source and target of a job, compared.')
export class JobReport {
  @Describe('Identifier of the job.')
  @Guid()
  id!: string;

  @Describe('Name of the job.')
  @IsString()
  displayName!: string;

  @Describe('Where the job stands.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('When the target was listed for this report.')
  @DateTimeOffset()
  createdDateTime!: Date;

  @Describe('The people of the job in the order of its resources.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonReport)
  people!: PersonReport[];
}

import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { JobStatus } from '../jobs/job-status';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';

/** A job that a person was or is in. */
@Describe('A job that a person was or is in.')
export class PersonJob {
  @Describe('Identifier of the job.')
  @Guid()
  id!: string;

  @Describe('Name of the job.')
  @IsString()
  displayName!: string;

  @Describe('Where the job stands.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('When the job was created.')
  @DateTimeOffset()
  createdDateTime!: Date;

  @Describe('Whether the person was taken out of the job.')
  @IsBoolean()
  removed!: boolean;
}

/** Jobs of a person, newest first. */
@Describe('Jobs of a person, newest first.')
export class PersonJobCollection {
  @Describe('The newest hundred jobs.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonJob)
  value!: PersonJob[];
}

import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { ServiceProgress } from './service-progress';

/** One person of a job with the numbers of every workload. */
@Describe('One person of a job, in numbers.')
export class PersonProgress {
  @Describe('Object id of the person in the target tenant.')
  @Guid()
  id!: string;

  @Describe('Name of the person; null when the directory does not know the id.')
  @Nullable()
  @IsString()
  displayName!: string | null;

  @Describe('Address of the person in the target tenant; null when the directory does not know the id.')
  @Nullable()
  @IsString()
  mail!: string | null;

  @Describe('Whether the person was taken out of the job and so counts no more.')
  @IsBoolean()
  removed!: boolean;

  @Describe('When anything about the person last changed.')
  @DateTimeOffset()
  lastUpdatedDateTime!: Date;

  @Describe('One entry for each workload of the job.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ServiceProgress)
  services!: ServiceProgress[];
}

import { IsArray, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { JobEvent } from './job-event';
import { JobProgress } from './job-progress';
import { PersonProgress } from './person-progress';

/** A message of `GET /api/v1/jobs/{id}/changes`: the job as it is now, and the people and events that are new. */
@Describe('What changed in a job.')
export class JobChange {
  @Describe('The job as it is now.')
  @ValidateNested()
  @Nested(() => JobProgress)
  progress!: JobProgress;

  @Describe('The people who changed since the message before; all of them in the first one.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonProgress)
  people!: PersonProgress[];

  @Describe('The events since the message before, oldest first; the latest ones in the first message.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => JobEvent)
  events!: JobEvent[];
}

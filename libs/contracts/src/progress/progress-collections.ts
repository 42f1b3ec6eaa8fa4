import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { JobEvent } from './job-event';
import { PersonProgress } from './person-progress';

/** Answer of `GET /api/v1/jobs/{id}/people`: all people of the job in the order of its `resources`. */
@Describe('The people of a job, in numbers.')
export class PersonProgressCollection {
  @Describe('All people of the job in the order of its resources.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonProgress)
  value!: PersonProgress[];
}

/** Answer of `GET /api/v1/jobs/{id}/events`. */
@Describe('A page of the events of a job, newest first.')
export class JobEventCollection {
  @Describe('The events of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => JobEvent)
  value!: JobEvent[];

  @Describe('Address of the next, older page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

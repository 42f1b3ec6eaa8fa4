import { IsArray, ValidateNested } from 'class-validator';
import { JobSummary } from '../progress/job-summary';
import { PersonProgress } from '../progress/person-progress';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';

/** A person of a job of whom skipped items wait for a decision (ADR 0027). */
@Describe('A person of a job of whom skipped items wait for a decision.')
export class Hold {
  @Describe('The job.')
  @ValidateNested()
  @Nested(() => JobSummary)
  job!: JobSummary;

  @Describe('The person, with the workloads that are held among the others.')
  @ValidateNested()
  @Nested(() => PersonProgress)
  person!: PersonProgress;
}

/** Answer of `GET /api/v1/holds`. */
@Describe('The people of whom skipped items wait for a decision, longest waiting first.')
export class HoldCollection {
  @Describe('The first 200 of them.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => Hold)
  value!: Hold[];
}

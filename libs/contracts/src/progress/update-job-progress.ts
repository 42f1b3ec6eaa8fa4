import { IsInt, Max, Min } from 'class-validator';
import { Describe } from '../members/describe';

/** Body of `PATCH /api/v1/jobs/{id}`: what a job lets pass without asking anybody. */
@Describe('The change of what a job lets pass.')
export class UpdateJobProgress {
  @Describe('How many items one workload of one person may skip before an administrator has to accept it.')
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  skippedItemsAllowed!: number;
}

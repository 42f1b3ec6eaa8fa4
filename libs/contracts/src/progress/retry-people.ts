import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { Describe } from '../members/describe';

/** How many people one retry may name. */
export const MOST_RETRIED = 2_000;

/** Body of `POST /api/v1/jobs/{id}/retry`: who is to be migrated once more. */
@Describe('The people of a job who are to be migrated once more.')
export class RetryPeople {
  @Describe('Object ids of people of the job; those of them who have not failed are left alone.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RETRIED)
  @IsUUID('all', { each: true })
  personIds!: string[];
}

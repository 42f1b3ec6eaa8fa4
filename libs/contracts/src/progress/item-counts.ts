import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/**
 * Items of one or several workload runs. `copied + alreadyThere + skipped + failed` is what has been settled so far and
 * equals `found` once the source has been listed to its end.
 */
@Describe('Items, counted.')
export class ItemCounts {
  @Describe('Items that the source announces before they are listed; the denominator while a run goes on.')
  @IsInt()
  @Min(0)
  expected!: number;

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

  @Describe('Items that the target does not take, each with a reason.')
  @IsInt()
  @Min(0)
  skipped!: number;

  @Describe('Items that could not be copied.')
  @IsInt()
  @Min(0)
  failed!: number;

  @Describe('Bytes written to the target.')
  @IsInt()
  @Min(0)
  bytes!: number;
}

import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/**
 * Items of one or several workload runs. `copied + alreadyThere + skipped + failed` is what has been settled so far, and
 * equals `found` unless an item had arrived, was lost at the target and could not be copied again: it counts in two.
 *
 * Numbers only grow while a run lives, whatever is retried and whoever takes over; `failed` grows within an attempt and
 * begins at 0 with the next one, which tries those items again. `expected` is never smaller than `found`.
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

  @Describe('Items written to the target, also one that was lost there and written again: once.')
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

  @Describe('Items that could not be copied in this attempt.')
  @IsInt()
  @Min(0)
  failed!: number;

  @Describe('Bytes written to the target.')
  @IsInt()
  @Min(0)
  bytes!: number;
}

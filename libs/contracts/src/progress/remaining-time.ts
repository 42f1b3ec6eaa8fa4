import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/**
 * How much longer the items take that have been announced and not settled, from what was seen of the same workload in the
 * same tenant. A range, and never a promise: one in ten has been slower than `mostSeconds` says.
 */
@Describe('How much longer the copying takes, as a range.')
export class RemainingTime {
  @Describe('Seconds at the pace in the middle of those that were seen (P50).')
  @IsInt()
  @Min(0)
  likelySeconds!: number;

  @Describe('Seconds at a pace that nine of ten have reached (P90 of the durations).')
  @IsInt()
  @Min(0)
  mostSeconds!: number;
}

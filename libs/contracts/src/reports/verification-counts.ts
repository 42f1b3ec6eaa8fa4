import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/** What listing source and target found, for a folder or for all folders of a workload. */
@Describe('Source and target, compared by listing both.')
export class VerificationCounts {
  @Describe('Items of the source that were looked for at the target; what was skipped or failed is not expected there.')
  @IsInt()
  @Min(0)
  compared!: number;

  @Describe('Items that the target had, also those that it has from elsewhere.')
  @IsInt()
  @Min(0)
  atTarget!: number;

  @Describe('Items that the target lacked.')
  @IsInt()
  @Min(0)
  missing!: number;

  @Describe('Items whose size differed.')
  @IsInt()
  @Min(0)
  different!: number;

  @Describe('Items whose content was read on both sides and compared byte by byte: a sample of each folder.')
  @IsInt()
  @Min(0)
  sampled!: number;

  @Describe('Items of the sample whose content differed. Servers that rewrite what they take make this more than 0.')
  @IsInt()
  @Min(0)
  sampledDifferent!: number;
}

import { IsInt, Min } from 'class-validator';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import type { ReportedItems } from './reported-items';
import { VerificationCounts } from './verification-counts';

/** One workload of a report over all people: its items, as elsewhere in a report, and what comparing them found. */
@Describe('One workload of a report, over all people.')
export class ReportTotals extends VerificationCounts implements ReportedItems {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('People who have it.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People for whom source and target were compared.')
  @IsInt()
  @Min(0)
  verifiedPeople!: number;

  @Describe('People for whom they are being compared once more.')
  @IsInt()
  @Min(0)
  verifyingPeople!: number;

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

  @Describe('Items that the target does not take.')
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

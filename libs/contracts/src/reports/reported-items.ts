import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/** What became of items in a report, of a folder, of a workload of a person, or of a workload of all people. */
@Describe('Items of a report, counted.')
export class ReportedItems {
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

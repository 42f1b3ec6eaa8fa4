import { IsArray, IsEnum, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { ReportedItems } from './reported-items';
import { VerificationCounts } from './verification-counts';

/** Why items did not arrive. */
export enum ItemOutcome {
  Skipped = 'skipped',
  Failed = 'failed',
}

/** Items of a folder that did not arrive, for one reason. */
@Describe('Items of a folder that did not arrive, for one reason.')
export class ItemReason {
  @Describe('Whether the target does not take them, or they could not be copied.')
  @IsEnum(ItemOutcome)
  outcome!: ItemOutcome;

  @Describe('Stable code of the reason.')
  @IsString()
  code!: string;

  @Describe('The reason in the words of the catalogue.')
  @IsString()
  message!: string;

  @Describe('How many items.')
  @IsInt()
  @Min(1)
  items!: number;
}

/**
 * A folder, drive folder, calendar or chat of a workload of a person. `copied + alreadyThere + skipped + failed + missing +
 * removed` is what was found in it.
 */
@Describe('A folder of a workload of a person: a folder, drive folder, calendar or chat.')
export class FolderReport extends ReportedItems {
  @Describe('Path of the folder, with `/` between its parts.')
  @IsString()
  path!: string;

  @Describe('Items that had arrived, were not at the target any more when it was looked, and are to be copied again.')
  @IsInt()
  @Min(0)
  missing!: number;

  @Describe('Items that Ferry had copied and took away again, because they were moved or deleted at the source.')
  @IsInt()
  @Min(0)
  removed!: number;

  @Describe('Why items were skipped or failed; empty when none were.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ItemReason)
  reasons!: ItemReason[];

  @Describe('What the last verification found in this folder; null when it was not compared.')
  @Nullable()
  @ValidateNested()
  @Nested(() => VerificationCounts)
  verification!: VerificationCounts | null;
}

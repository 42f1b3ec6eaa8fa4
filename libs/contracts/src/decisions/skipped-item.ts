import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';

/** An item of a person that the target does not take, and why. */
@Describe('An item that the target does not take.')
export class SkippedItem {
  @Describe('The workload that it belongs to.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Path of the folder, calendar or chat that holds it at the source.')
  @IsString()
  container!: string;

  @Describe('Identity of the item at the source.')
  @IsString()
  key!: string;

  @Describe('Code of the error catalogue that says why.')
  @IsString()
  code!: string;

  @Describe('Why, in words.')
  @IsString()
  message!: string;
}

/** Answer of `GET /api/v1/jobs/{id}/users/{id}/skippedItems`. */
@Describe('A page of items of a person that the target does not take.')
export class SkippedItemCollection {
  @Describe('The items of this page, by workload and key.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => SkippedItem)
  value!: SkippedItem[];

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

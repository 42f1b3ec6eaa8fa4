import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Optional } from '../members/optional';
import { Nested } from '../members/nested';

/** One item that a person has in a workload: a message, a file, a meeting or a chat message. */
@Describe('One item that a person has in a workload.')
export class PersonItem {
  @Describe('Identity of the item, the same at the source and at the target.')
  @IsString()
  key!: string;

  @Describe('Path of the folder, calendar or chat that holds it.')
  @IsString()
  container!: string;

  @Describe('Subject or file name.')
  @IsString()
  name!: string;

  @Describe('Size of its content in bytes.')
  @IsInt()
  @Min(0)
  size!: number;

  @Describe('When it was received, changed, held or sent.')
  @DateTimeOffset()
  dateTime!: Date;

  @Describe('SHA-256 of its content, in hexadecimal.')
  @IsString()
  digest!: string;
}

/** Answer of `GET /api/v1/tenants/{id}/people/{id}/items?service=...`. */
@Describe('A page of what a person has in a workload.')
export class PersonItemCollection {
  @Describe('The items of this page, by container and key.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PersonItem)
  value!: PersonItem[];

  @Describe('How many items there are over all pages.')
  @IsInt()
  @Min(0)
  count!: number;

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

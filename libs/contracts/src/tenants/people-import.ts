import { IsArray, IsBoolean, IsInt, IsObject, IsString, Min, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';

/** What became of a row of an import. */
export enum ImportOutcome {
  /** The person is new. */
  Created = 'created',
  /** Something about the person is different now. */
  Changed = 'changed',
  /** Everything was so already. */
  Unchanged = 'unchanged',
  /** The row could not be taken; nothing of it was. */
  Refused = 'refused',
}

/** Why a row was refused. */
@Describe('Why a row of an import was refused.')
export class ImportFault {
  @Describe('The column at fault; null when it is the row as a whole.')
  @Nullable()
  @IsString()
  column!: string | null;

  @Describe('What is wrong, and what to do about it.')
  @IsString()
  message!: string;
}

/** What became of one row. */
@Describe('What became of a row of an import.')
export class ImportedRow {
  @Describe('Line of the CSV file on which the row ends, or number of the element of the JSON array, from 1.')
  @IsInt()
  @Min(1)
  line!: number;

  @Describe('Object id of the person; null where the row has none.')
  @Nullable()
  @IsString()
  id!: string | null;

  @Describe('What became of it, or would, in a dry run.')
  @EnumMember(ImportOutcome)
  outcome!: ImportOutcome;

  @Describe('Why it was refused; empty for the others.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ImportFault)
  faults!: ImportFault[];
}

/** How many rows had which outcome. */
@Describe('The rows of an import in numbers.')
export class ImportTotals {
  @Describe('Rows that were read.')
  @IsInt()
  @Min(0)
  rows!: number;

  @Describe('People who are new.')
  @IsInt()
  @Min(0)
  created!: number;

  @Describe('People of whom something is different.')
  @IsInt()
  @Min(0)
  changed!: number;

  @Describe('People of whom everything was so already.')
  @IsInt()
  @Min(0)
  unchanged!: number;

  @Describe('Rows that were refused.')
  @IsInt()
  @Min(0)
  refused!: number;
}

/** Answer of `POST /api/v1/tenants/{id}/people:import`. */
@Describe('What an import of people did, or would do.')
export class PeopleImport {
  @Describe('Whether nothing was written.')
  @IsBoolean()
  dryRun!: boolean;

  @Describe('Whether everything was read; false when the rest behind the last row could not be, which then says why.')
  @IsBoolean()
  complete!: boolean;

  @Describe('The rows in numbers.')
  @IsObject()
  @ValidateNested()
  @Nested(() => ImportTotals)
  totals!: ImportTotals;

  @Describe('The rows, in the order of the file.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ImportedRow)
  rows!: ImportedRow[];
}

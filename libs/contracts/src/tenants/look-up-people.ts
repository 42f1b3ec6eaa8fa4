import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Describe } from '../members/describe';
import { Printable } from '../members/printable-text';

/** How many names one look-up takes. */
export const MOST_NAMES = 10_000;

/** Body of `POST /api/v1/tenants/{id}/people:lookup`. */
@Describe('By what people are to be found.')
export class LookUpPeople {
  @Describe('Object ids, and addresses in this tenant or in the source tenant, in any letter case.')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(320, { each: true })
  @Printable({ each: true })
  names!: string[];
}

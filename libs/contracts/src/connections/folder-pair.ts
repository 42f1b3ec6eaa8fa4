import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Describe } from '../members/describe';
import { Printable } from '../members/printable-text';

/** Which folder of the source goes to which folder of the target, where names or special use would say otherwise. */
@Describe('A folder of the source and the folder of the target that its content goes to.')
export class FolderPair {
  @Describe('Path of the folder at the source, with / between its parts.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_024)
  @Printable()
  source!: string;

  @Describe('Path of the folder at the target, with / between its parts.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_024)
  @Printable()
  target!: string;
}

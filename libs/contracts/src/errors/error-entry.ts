import { IsArray, IsBoolean, IsIn, IsString, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { EnumMember, EnumMembers } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { ErrorFamily, Fixer, Raiser } from './error-words';

/** What an error code means and what to do about it: answer of `GET /api/v1/errors/{code}`. */
@Describe('What an error code means, and what to do about it.')
export class ErrorEntry {
  @Describe('The code, as it stands in `errors` of a workload or in the details of a refusal.')
  @IsString()
  code!: string;

  @Describe('`meeting` where the code has a text of its own for meetings and this is it; null otherwise.')
  @Nullable()
  @IsIn(['meeting'])
  variant!: 'meeting' | null;

  @Describe('What the code is about.')
  @EnumMember(ErrorFamily)
  family!: ErrorFamily;

  @Describe('A short name.')
  @IsString()
  title!: string;

  @Describe('The sentence of the code with its placeholders: {0}, <X> or [X].')
  @IsString()
  messageTemplate!: string;

  @Describe('Further texts that were published for the same cause.')
  @IsArray()
  @IsString({ each: true })
  alsoSeenAs!: string[];

  @Describe('The workloads that it can stand at; empty for a refused request.')
  @EnumMembers(Workload)
  workloads!: Workload[];

  @Describe('Why it happens.')
  @IsString()
  cause!: string;

  @Describe('What Ferry can show for it.')
  @IsString()
  evidence!: string;

  @Describe('What to do about it.')
  @IsString()
  remedy!: string;

  @Describe('Who can mend it.')
  @EnumMember(Fixer)
  who!: Fixer;

  @Describe('Where it is mended.')
  @IsString()
  where!: string;

  @Describe('Whether trying again may succeed although nobody has changed anything.')
  @IsBoolean()
  retryHelps!: boolean;

  @Describe('Which parts of the service raise it of their own accord; empty when none does.')
  @EnumMembers(Raiser)
  raisedBy!: Raiser[];

  @Describe('Why it is explained although no part of the service raises it; null when one does.')
  @Nullable()
  @IsString()
  listedBecause!: string | null;

  @Describe('Where the code comes from.')
  @IsString()
  source!: string;
}

/** Answer of `GET /api/v1/errors`. */
@Describe('Error codes with their explanations.')
export class ErrorEntryCollection {
  @Describe('The entries, by family; a code with a text of its own for meetings has two.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ErrorEntry)
  value!: ErrorEntry[];
}

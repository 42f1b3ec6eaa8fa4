import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Fixer } from '../errors/error-words';
import { CrossTenantMigrationJob } from '../jobs/cross-tenant-migration-job';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nullable } from '../members/optional';
import { Nested } from '../members/nested';
import { AttentionAction, AttentionKind } from './attention-kind';

/** Somebody whom an attention is about. */
@Describe('Somebody whom it is about.')
export class AttentionPerson {
  @Describe('Object id of the person at the target.')
  @Guid()
  id!: string;

  @Describe('Name of the person, when the directory knows it.')
  @Nullable()
  @IsString()
  displayName!: string | null;
}

/** What people of a job failed for. */
@Describe('What people of a job failed for.')
export class AttentionCause {
  @Describe('Code of the error catalogue; null when none was given.')
  @Nullable()
  @IsString()
  code!: string | null;

  @Describe('Short name of what happened: that of the error catalogue, else what the first of them was told.')
  @IsString()
  title!: string;

  @Describe('What to do about it; null when the catalogue does not know.')
  @Nullable()
  @IsString()
  remedy!: string | null;

  @Describe('Who can do it; null when the catalogue does not know.')
  @Nullable()
  @EnumMember(Fixer)
  who!: Fixer | null;

  @Describe('People who failed for it.')
  @IsInt()
  @Min(1)
  people!: number;

  @Describe('The first three of them, in the order of the job.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => AttentionPerson)
  examples!: AttentionPerson[];
}

/** A job that needs a person, and why. */
@Describe('A job that needs a person, and why.')
export class Attention {
  @Describe('Why.')
  @EnumMember(AttentionKind)
  kind!: AttentionKind;

  @Describe('The job as lists show it.')
  @ValidateNested()
  @Nested(() => CrossTenantMigrationJob)
  job!: CrossTenantMigrationJob;

  @Describe('People whom it is about.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('The first three of them, in the order of the job; empty when it is about everybody.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => AttentionPerson)
  examples!: AttentionPerson[];

  @Describe('What people failed for, what most of them failed for first; empty when nobody failed.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => AttentionCause)
  causes!: AttentionCause[];

  @Describe('Skipped items that wait for a decision.')
  @IsInt()
  @Min(0)
  skippedItems!: number;

  @Describe('When it becomes due: the expiry, or the date of the cutover. Null when there is no date.')
  @Nullable()
  @DateTimeOffset()
  dueDateTime!: Date | null;

  @Describe('What helps.')
  @EnumMember(AttentionAction)
  action!: AttentionAction;
}

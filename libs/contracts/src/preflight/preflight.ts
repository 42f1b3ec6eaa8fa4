import { IsArray, IsInt, IsObject, IsString, Min, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember, EnumMembers } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';

/** Whether a finding was there in the run before. */
export enum FindingChange {
  /** It was not there before, or there was no run before. */
  New = 'new',
  /** It was there before. */
  Unchanged = 'unchanged',
  /** It was there before and is not any more. */
  Gone = 'gone',
}

/** What a check found for a person and a workload. */
@Describe('What a check found for a person and a workload.')
export class PreflightFinding {
  @Describe('Object id of the person.')
  @Guid()
  personId!: string;

  @Describe('The workload that cannot move.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Name of the check.')
  @IsString()
  check!: string;

  @Describe('Code of the error catalogue.')
  @IsString()
  code!: string;

  @Describe('What is wrong, in the published words.')
  @IsString()
  message!: string;

  @Describe('What was seen, and where.')
  @IsString()
  evidence!: string;

  @Describe('Whether it was there in the run before.')
  @EnumMember(FindingChange)
  change!: FindingChange;
}

/** A check in numbers. */
@Describe('A check of a pre-flight in numbers.')
export class PreflightCheck {
  @Describe('Name of the check.')
  @IsString()
  check!: string;

  @Describe('Whether it looks at the tenants or at each person.')
  @IsString()
  level!: string;

  @Describe('The workloads that were asked for and cannot move without it.')
  @EnumMembers(Workload)
  workloads!: Workload[];

  @Describe('People for whom it found nothing.')
  @IsInt()
  @Min(0)
  passed!: number;

  @Describe('People for whom it found something.')
  @IsInt()
  @Min(0)
  failed!: number;
}

/** How the findings of a run differ from those of the run before. */
@Describe('The findings of a pre-flight compared with those of the run before.')
export class PreflightComparison {
  @Describe('Findings that were not there before.')
  @IsInt()
  @Min(0)
  new!: number;

  @Describe('Findings that were there before.')
  @IsInt()
  @Min(0)
  unchanged!: number;

  @Describe('Findings that were there before and are not any more.')
  @IsInt()
  @Min(0)
  gone!: number;
}

/** Answer of `POST /api/v1/tenants/{id}/preflight`. */
@Describe('What all checks found before any job exists.')
export class Preflight {
  @Describe('Id of the run.')
  @Guid()
  id!: string;

  @Describe('When it was made.')
  @DateTimeOffset()
  createdDateTime!: Date;

  @Describe(
    'When the latest run was made that it is compared with: each person with the last run about the same source and ' +
      'endpoint that looked at that person; null for none.',
  )
  @Nullable()
  @DateTimeOffset()
  previousDateTime!: Date | null;

  @Describe('How many people were checked.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('How many of them could move as they are, in all workloads.')
  @IsInt()
  @Min(0)
  ready!: number;

  @Describe('Every check that was made.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PreflightCheck)
  checks!: PreflightCheck[];

  @Describe('What was found, by person.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PreflightFinding)
  findings!: PreflightFinding[];

  @Describe('What was found in the run before, for the same people and workloads, and is not any more.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PreflightFinding)
  gone!: PreflightFinding[];

  @Describe('The comparison in numbers.')
  @IsObject()
  @ValidateNested()
  @Nested(() => PreflightComparison)
  comparison!: PreflightComparison;
}

import { ArrayMaxSize, IsArray, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { Printable } from '../members/printable-text';
import { VocabularyMember } from '../members/vocabulary';
import { MigrationSide } from '../tenants/migration-side';
import { SandboxPrerequisite } from './sandbox-prerequisite';
import { SandboxTroubleKind } from './sandbox-trouble-kind';

/** Something that is to go wrong in the sandbox; what it needs beside its kind depends on the kind. */
@Describe('Something that is to go wrong in the sandbox.')
export class SandboxTrouble {
  @Describe('What goes wrong.')
  @VocabularyMember(SandboxTroubleKind)
  kind!: SandboxTroubleKind;

  @Describe('Object id of the person; everybody of the tenant without it, which only unmet may leave out.')
  @Nullable()
  @Guid()
  personId?: string | null;

  @Describe('The workload; needed by everything but unmet.')
  @Nullable()
  @VocabularyMember(Workload)
  service?: Workload | null;

  @Describe('The prerequisite that is not met; needed by unmet.')
  @Nullable()
  @VocabularyMember(SandboxPrerequisite)
  prerequisite?: SandboxPrerequisite | null;

  @Describe('The tenant in which it is not met; needed by unmet where both tenants are looked at.')
  @Nullable()
  @VocabularyMember(MigrationSide)
  side?: MigrationSide | null;

  @Describe('Code of the error catalogue that can stand at the workload; needed by refuse, failItems and skipItems.')
  @Nullable()
  @IsString()
  @MaxLength(100)
  code?: string | null;

  @Describe('What fills the placeholders of the message of the code, in their order.')
  @Nullable()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(256, { each: true })
  @Printable({ each: true })
  parameters?: string[] | null;

  @Describe('How long the store asks to be left alone, in seconds; needed by throttle.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(86_400)
  retryAfterSeconds?: number | null;

  @Describe('How often it happens, or to how many items; every time without it. Unmet prerequisites take none.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  times?: number | null;
}

/** A trouble that is driven, and how far it has got. */
@Describe('Something that goes wrong in the sandbox, and how often it has.')
export class DrivenTrouble extends SandboxTrouble {
  @Describe('How often it has happened since it was set; 0 for what a check finds.')
  @IsInt()
  @Min(0)
  happened!: number;
}

/** Body of `PUT /api/v1/sandbox/troubles`: what is to go wrong from now on, instead of everything that was set before. */
@Describe('What is to go wrong in the sandbox from now on.')
export class DriveSandboxTroubles {
  @Describe('All troubles of the tenant, up to 1,000.')
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Nested(() => SandboxTrouble)
  value!: SandboxTrouble[];
}

/** Answer of `GET` and `PUT /api/v1/sandbox/troubles`. */
@Describe('What goes wrong in the sandbox because somebody wanted it to.')
export class SandboxTroubleCollection {
  @Describe('The troubles of the tenant, in the order in which they were set.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => DrivenTrouble)
  value!: DrivenTrouble[];
}

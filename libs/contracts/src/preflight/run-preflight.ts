import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { Distinct } from '../members/distinct';
import { Guid } from '../members/guid';
import { Nullable, Optional } from '../members/optional';
import { Printable } from '../members/printable-text';
import { VocabularyMembers } from '../members/vocabulary';

/** Body of `POST /api/v1/tenants/{id}/preflight`: what a job would be about that does not exist yet. */
@Describe('What is to be checked before any job exists.')
export class RunPreflight {
  @Describe('GUID of the tenant that content would come from.')
  @Guid()
  sourceTenantId!: string;

  @Describe('Name of the migration endpoint that a job would name; without it the endpoint is not checked.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  sourceEndpoint?: string | null;

  @Describe('The workloads; all of them without it.')
  @Optional()
  @VocabularyMembers(Workload)
  @ArrayNotEmpty({ message: 'workloads must name at least one, or be left out' })
  workloads?: Workload[];

  @Describe('Object ids of the people; everybody of the tenant without it, up to as many as a job may have.')
  @Optional()
  @IsArray()
  @ArrayNotEmpty({ message: 'people must name somebody, or be left out' })
  @ArrayMaxSize(100_000)
  @Guid({ each: true })
  @Distinct('people must not hold anybody twice', (id) => (typeof id === 'string' ? id.toLowerCase() : id))
  people?: string[];
}

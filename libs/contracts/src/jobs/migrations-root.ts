import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { ODataType } from '../members/odata-type';
import { Optional } from '../members/optional';
import { CrossTenantMigrationJob } from './cross-tenant-migration-job';

/** `microsoft.graph.migrationsRoot`: what holds the jobs of a tenant (contract page 1.1, row 19, and 2.6). */
@Describe('The root of the migrations of a tenant.')
export class MigrationsRoot {
  @Describe('Describes the payload, as OData asks for it.')
  @Optional()
  @IsString()
  '@odata.context'?: string;

  @ODataType('migrationsRoot')
  '@odata.type'?: string;

  @Describe("The root is one for each tenant, and is called by the tenant's id.")
  @Guid()
  id!: string;

  @Describe('Absolute address of the jobs that are not shown; only when expanded, and absent when all are shown.')
  @Optional()
  @IsString()
  'crossTenantMigrationJobs@odata.nextLink'?: string;

  @Describe('The jobs of the tenant, newest first, 20 at most; only when expanded.')
  @Optional()
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CrossTenantMigrationJob)
  crossTenantMigrationJobs?: CrossTenantMigrationJob[];
}

/** Body of `PATCH /solutions/migrations`: generated into every SDK; the root has no member that a client may set. */
@Describe('The change of the root: nothing, because it has no member that can be set.')
export class UpdateMigrationsRoot {
  @ODataType('migrationsRoot')
  '@odata.type'?: string;
}

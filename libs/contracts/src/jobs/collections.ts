import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { CrossTenantMigrationJob } from './cross-tenant-migration-job';
import { CrossTenantMigrationTask } from './cross-tenant-migration-task';

/** The annotations that every OData collection answer carries (OData JSON 4.01, section 13; contract page 5.3). */
@Describe('The annotations of a collection answer.')
export class ODataCollection {
  @Describe('Describes the payload, as OData asks for it.')
  @Optional()
  @IsString()
  '@odata.context'?: string;

  @Describe('How many items there are over all pages; only when $count=true was asked for.')
  @Optional()
  @IsInt()
  @Min(0)
  '@odata.count'?: number;

  @Describe('Absolute address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  '@odata.nextLink'?: string;
}

/** Answer of `GET .../crossTenantMigrationJobs`. */
@Describe('A page of migration jobs, newest first unless another order was asked for.')
export class CrossTenantMigrationJobCollection extends ODataCollection {
  @Describe('The jobs of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CrossTenantMigrationJob)
  value!: CrossTenantMigrationJob[];
}

/** Answer of `GET .../crossTenantMigrationJobs/{id}/users`. */
@Describe('A page of the people of a migration job.')
export class CrossTenantMigrationTaskCollection extends ODataCollection {
  @Describe('The people of this page.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CrossTenantMigrationTask)
  value!: CrossTenantMigrationTask[];
}

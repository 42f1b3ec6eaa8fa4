import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';

/** A way into a source tenant, registered at the target tenant under a name; `sourceEndpoint` of a job names one. */
@Describe('A migration endpoint: a way into a source tenant.')
export class MigrationEndpoint {
  @Describe('Name of the endpoint, unique within the target tenant.')
  @IsString()
  name!: string;

  @Describe('GUID of the tenant that it leads to.')
  @Guid()
  sourceTenantId!: string;
}

/** Answer of `GET /api/v1/tenants/{id}/endpoints`. */
@Describe('The migration endpoints of a tenant.')
export class MigrationEndpointCollection {
  @Describe('The endpoints.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => MigrationEndpoint)
  value!: MigrationEndpoint[];
}

import { IsArray, IsObject, IsString, ValidateNested } from 'class-validator';
import { ServiceConnections } from '../connections/service-connections';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { EndpointLimits } from './endpoint-limits';

/** A way into a source tenant, registered at the target tenant under a name; `sourceEndpoint` of a job names one. */
@Describe('A migration endpoint: a way into a source tenant.')
export class MigrationEndpoint {
  @Describe('Name of the endpoint, unique within the target tenant.')
  @IsString()
  name!: string;

  @Describe('GUID of the tenant that it leads to.')
  @Guid()
  sourceTenantId!: string;

  @Describe('How that tenant is reached; what is missing here is taken from the tenant itself.')
  @IsObject()
  @ValidateNested()
  @Nested(() => ServiceConnections)
  services!: ServiceConnections;

  @Describe('What it allows.')
  @IsObject()
  @ValidateNested()
  @Nested(() => EndpointLimits)
  limits!: EndpointLimits;
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

import { IsNotEmpty, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { SetServiceConnections } from '../connections/service-connections';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';
import { Printable, Trimmed } from '../members/printable-text';
import { valueRule } from '../members/value-rule';
import { EndpointLimits } from './endpoint-limits';

/** Body of `PATCH /api/v1/tenants/{id}/endpoints/{name}`; what is left out stays as it is. */
@Describe('What is to change about a migration endpoint.')
export class UpdateMigrationEndpoint {
  @Describe('How the source tenant is to be reached.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => SetServiceConnections)
  services?: SetServiceConnections;

  @Describe('What it is to allow; a limit that is left out stays as it is.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => EndpointLimits)
  limits?: EndpointLimits;
}

/** Body of `POST /api/v1/tenants/{id}/endpoints`. */
@Describe('A migration endpoint that is to be registered.')
export class RegisterMigrationEndpoint extends UpdateMigrationEndpoint {
  @Describe('Name of the endpoint, unique within the target tenant.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  @Trimmed()
  @Matches(/^[^:/]*$/, { message: '$property must not hold a colon or a slash', ...valueRule() })
  name!: string;

  @Describe('GUID of a source tenant that is registered.')
  @Guid()
  sourceTenantId!: string;
}

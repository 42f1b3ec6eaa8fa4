import { IsNotEmpty, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { SetServiceConnections } from '../connections/service-connections';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';
import { Printable, Trimmed } from '../members/printable-text';
import { valueRule } from '../members/value-rule';
import { VocabularyMember } from '../members/vocabulary';
import { TenantKind } from './tenant';

/** A DNS name of at least two labels (RFC 1035, section 2.3.1, with digits allowed first as RFC 1123 has it). */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const NO_DOMAIN = { message: '$property must be a domain, such as fabrikam.example', ...valueRule() };

/** Body of `PATCH /api/v1/tenants/{id}`; what is left out stays as it is. */
@Describe('What is to change about a tenant.')
export class UpdateTenant {
  @Describe('Name of the tenant.')
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  @Trimmed()
  displayName?: string;

  @Describe('Domain of its addresses.')
  @Optional()
  @IsString()
  @Matches(DOMAIN, NO_DOMAIN)
  defaultDomain?: string;

  @Describe('How its workloads are to be reached.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => SetServiceConnections)
  services?: SetServiceConnections;
}

/** Body of `POST /api/v1/tenants`: the tenant of the caller, or one that content can come from. */
@Describe('A tenant that is to be registered: that of the caller, or one that content can come from.')
export class RegisterTenant {
  @Describe('GUID of the tenant.')
  @Guid()
  id!: string;

  @Describe('Name of the tenant.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  @Trimmed()
  displayName!: string;

  @Describe('Domain of its addresses.')
  @IsString()
  @Matches(DOMAIN, NO_DOMAIN)
  defaultDomain!: string;

  @Describe('What the tenant is made of; only open ones are registered, those of the sandbox are there.')
  @VocabularyMember(TenantKind)
  kind!: TenantKind;

  @Describe('How its workloads are to be reached.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => SetServiceConnections)
  services?: SetServiceConnections;
}

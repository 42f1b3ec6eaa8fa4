import { IsArray, IsBoolean, IsObject, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nullable, Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { IdentityMapping } from './identity-mapping';

/** What is assigned to a person on either side; the members have the names of an import. */
@Describe('The licences and plans of a person.')
export class PersonLicences {
  @Describe('Whether the person has a mailbox plan at the source.')
  @IsBoolean()
  exchangePlanAtSource!: boolean;

  @Describe('Whether the person has a mailbox plan in the target tenant.')
  @IsBoolean()
  exchangePlanAtTarget!: boolean;

  @Describe('Whether the person has a Teams licence at the source.')
  @IsBoolean()
  teamsLicenceAtSource!: boolean;

  @Describe('Whether the person has a Teams licence in the target tenant.')
  @IsBoolean()
  teamsLicenceAtTarget!: boolean;

  @Describe('Whether a licence for cross-tenant OneDrive migration is assigned on either side.')
  @IsBoolean()
  oneDriveLicence!: boolean;
}

/** A person of a target tenant who can be migrated. */
@Describe('A person of a tenant.')
export class Person {
  @Describe('Object id of the person in this tenant.')
  @Guid()
  id!: string;

  @Describe('Name of the person.')
  @IsString()
  displayName!: string;

  @Describe('Address in this tenant.')
  @IsString()
  mail!: string;

  @Describe('Address in the source tenant; null when the person is not in the identity map.')
  @Nullable()
  @IsString()
  sourceMail!: string | null;

  @Describe('Object id in the source tenant; null while it is not known.')
  @Nullable()
  @IsString()
  sourceId?: string | null;

  @Describe('What the person signs in with at the source; null for the address there.')
  @Nullable()
  @IsString()
  sourceLogin?: string | null;

  @Describe('What the person signs in with here; null for the address.')
  @Nullable()
  @IsString()
  targetLogin?: string | null;

  @Describe('Whether a password for the source is kept.')
  @Optional()
  @IsBoolean()
  hasSourcePassword?: boolean;

  @Describe('Whether a password for this tenant is kept.')
  @Optional()
  @IsBoolean()
  hasTargetPassword?: boolean;

  @Describe('Whether the person is mapped to somebody at the source.')
  @Optional()
  @EnumMember(IdentityMapping)
  identityMapping?: IdentityMapping;

  @Describe('Whether the person at the source is in the group of those who may be migrated.')
  @Optional()
  @IsBoolean()
  inScopeGroup?: boolean;

  @Describe('The licences and plans that the checks look at.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => PersonLicences)
  licences?: PersonLicences;
}

/** Answer of `GET /api/v1/tenants/{id}/people`. */
@Describe('A page of the people of a tenant.')
export class PersonCollection {
  @Describe('The people of this page, by name.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => Person)
  value!: Person[];

  @Describe('Address of the next page; absent on the last one.')
  @Optional()
  @IsString()
  nextLink?: string;
}

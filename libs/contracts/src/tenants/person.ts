import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nullable, Optional } from '../members/optional';
import { Nested } from '../members/nested';

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

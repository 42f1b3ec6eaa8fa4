import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { IdentityMapping } from './identity-mapping';

/** Somebody whom a name fits, with what keeps people out of jobs most often. */
@Describe('A person whom a name fits.')
export class MatchedPerson {
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

  @Describe('Whether the person is mapped to somebody in the source tenant.')
  @EnumMember(IdentityMapping)
  identityMapping!: IdentityMapping;

  @Describe('Name of an active job that has the person and would keep a new one from it; null for none.')
  @Nullable()
  @IsString()
  activeJob!: string | null;
}

/** What one name of a look-up led to. */
@Describe('A name that was looked up, and whom it fits.')
export class NameMatch {
  @Describe('The name, as it was asked for.')
  @IsString()
  name!: string;

  @Describe('Whom it fits: nobody, one person, or several who share an address.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => MatchedPerson)
  people!: MatchedPerson[];
}

/** Answer of `POST /api/v1/tenants/{id}/people:lookup`. */
@Describe('Whom the names of a look-up fit.')
export class PeopleLookup {
  @Describe('The names, in the order in which they were asked for.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => NameMatch)
  value!: NameMatch[];
}

import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { MailAddress } from '../members/mail-address';
import { Nullable, Optional } from '../members/optional';
import { Printable, Trimmed } from '../members/printable-text';
import { VocabularyMember } from '../members/vocabulary';
import { IdentityMapping } from './identity-mapping';

/**
 * One row of an import of people. What is left out stays as it is; for somebody who is new, names and address are needed
 * and everything else is taken as met.
 */
@Describe('A person as an import brings one: an element of the JSON array, or a line of the CSV file.')
export class ImportedPerson {
  @Describe('Object id of the person in the target tenant.')
  @Guid()
  id!: string;

  @Describe('Name of the person; needed for somebody who is new.')
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  @Trimmed()
  displayName?: string;

  @Describe('Address in the target tenant; needed for somebody who is new.')
  @Optional()
  @IsString()
  @MailAddress()
  mail?: string;

  @Describe('Address in the source tenant; null when nobody is known there.')
  @Nullable()
  @IsString()
  @MailAddress()
  sourceMail?: string | null;

  @Describe('Object id in the source tenant, or whatever names the person there.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  sourceId?: string | null;

  @Describe('What the person signs in with at the source; null for the address there.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  sourceLogin?: string | null;

  @Describe('Password at the source. It is kept encrypted and never shown; without it the one that is kept stays.')
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_096)
  sourcePassword?: string;

  @Describe('What the person signs in with in the target tenant; null for the address.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  targetLogin?: string | null;

  @Describe('Password in the target tenant, kept like the other.')
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_096)
  targetPassword?: string;

  @Describe('Whether the person is mapped to somebody at the source; follows from sourceMail and sourceId without it.')
  @Optional()
  @VocabularyMember(IdentityMapping)
  identityMapping?: IdentityMapping;

  @Describe('Whether the person at the source is in the group of those who may be migrated.')
  @Optional()
  @IsBoolean()
  inScopeGroup?: boolean;

  @Describe('Name of that group.')
  @Optional()
  @IsString()
  @MaxLength(256)
  @Printable()
  scopeGroup?: string;

  @Describe('Whether the person has a mailbox plan at the source.')
  @Optional()
  @IsBoolean()
  exchangePlanAtSource?: boolean;

  @Describe('Whether the person has a mailbox plan in the target tenant.')
  @Optional()
  @IsBoolean()
  exchangePlanAtTarget?: boolean;

  @Describe('Whether the person has a Teams licence at the source.')
  @Optional()
  @IsBoolean()
  teamsLicenceAtSource?: boolean;

  @Describe('Whether the person has a Teams licence in the target tenant.')
  @Optional()
  @IsBoolean()
  teamsLicenceAtTarget?: boolean;

  @Describe('Whether a licence for cross-tenant OneDrive migration is assigned on either side.')
  @Optional()
  @IsBoolean()
  oneDriveLicence?: boolean;

  @Describe('Whether the person has a SIP address.')
  @Optional()
  @IsBoolean()
  sipAddress?: boolean;
}

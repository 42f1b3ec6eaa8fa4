import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Describe } from '../members/describe';
import { ODataType } from '../members/odata-type';
import { Printable } from '../members/printable-text';

/** `microsoft.graph.exchangeOnlineCrossTenantMigrationSettings` (contract page 2.4). */
@Describe('How mailboxes of the source tenant are reached and where mail is delivered afterwards.')
export class ExchangeOnlineCrossTenantMigrationSettings {
  @ODataType('exchangeOnlineCrossTenantMigrationSettings')
  '@odata.type'?: string;

  @Describe('Name of a migration endpoint that is registered at the target tenant.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  sourceEndpoint!: string;

  @Describe('Domain of the target tenant to which mail for the migrated people is delivered.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  targetDeliveryDomain!: string;
}

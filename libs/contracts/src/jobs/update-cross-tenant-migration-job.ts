import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { ODataType } from '../members/odata-type';

/** Body of `PATCH .../crossTenantMigrationJobs/{id}`: the one member that may change (contract page 1.3.4). */
@Describe('The change of a migration job: its cutover date.')
export class UpdateCrossTenantMigrationJob {
  @ODataType('crossTenantMigrationJob')
  '@odata.type'?: string;

  @Describe('The new earliest moment of the cutover. Must lie in the future.')
  @DateTimeOffset()
  completeAfterDateTime!: Date;
}

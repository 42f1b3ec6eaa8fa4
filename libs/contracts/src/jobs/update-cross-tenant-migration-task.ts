import { Describe } from '../members/describe';
import { ODataType } from '../members/odata-type';

/**
 * Body of `PATCH .../crossTenantMigrationJobs/{id}/users/{id}`. The operation is generated into every SDK; a task has no
 * member that a client may set (contract page 1.1, row 18, and 2.2).
 */
@Describe('The change of a person of a job: nothing, because every member is set by the service.')
export class UpdateCrossTenantMigrationTask {
  @ODataType('crossTenantMigrationTask')
  '@odata.type'?: string;
}

import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { ODataType } from '../members/odata-type';
import { Optional } from '../members/optional';
import { VocabularyMember } from '../members/vocabulary';
import { ResourceType } from './resource-type';

/** Body of `POST .../crossTenantMigrationJobs/{id}/users`: who joins the job (contract page 1.1, row 17). */
@Describe('A person to be added to a migration job.')
export class CreateCrossTenantMigrationTask {
  @ODataType('crossTenantMigrationTask')
  '@odata.type'?: string;

  @Describe('Object id of the person in the target tenant.')
  @Guid()
  id!: string;

  @Describe('What the task is about.')
  @Optional()
  @VocabularyMember(ResourceType)
  taskType?: ResourceType;
}

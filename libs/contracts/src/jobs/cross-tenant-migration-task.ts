import { IsArray, IsString, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Guid } from '../members/guid';
import { ODataType } from '../members/odata-type';
import { Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { ResourceType } from './resource-type';
import { CrossTenantMigrationServiceStatusDetails } from './service-status-details';

/** `microsoft.graph.crossTenantMigrationTask`: one person of a job (contract page 2.2). */
@Describe('One person of a migration job.')
export class CrossTenantMigrationTask {
  @Describe('Describes the payload, as OData asks for it.')
  @Optional()
  @IsString()
  '@odata.context'?: string;

  @ODataType('crossTenantMigrationTask')
  '@odata.type'?: string;

  @Describe('Object id of the person in the target tenant.')
  @Guid()
  id!: string;

  @Describe('What the task is about.')
  @EnumMember(ResourceType)
  taskType!: ResourceType;

  @Describe('When the task last changed.')
  @DateTimeOffset()
  lastUpdatedDateTime!: Date;

  @Describe('One entry for each workload of the job.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CrossTenantMigrationServiceStatusDetails)
  currentStatus!: CrossTenantMigrationServiceStatusDetails[];
}

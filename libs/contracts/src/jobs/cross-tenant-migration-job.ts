import { IsArray, IsObject, IsString, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember, EnumMembers } from '../members/enum-member';
import { Guid } from '../members/guid';
import { ODataType } from '../members/odata-type';
import { Nullable, Optional } from '../members/optional';
import { Nested } from '../members/nested';
import { CrossTenantMigrationTask } from './cross-tenant-migration-task';
import { ExchangeOnlineCrossTenantMigrationSettings } from './exchange-settings';
import { JobStatus } from './job-status';
import { JobType } from './job-type';
import { ResourceType } from './resource-type';
import { Workload } from './workload';

/** `microsoft.graph.crossTenantMigrationJob` as the service answers it (contract page 2.1). */
@Describe('A migration job: people of a source tenant whose content moves to the target tenant.')
export class CrossTenantMigrationJob {
  @Describe('Describes the payload, as OData asks for it.')
  @Optional()
  @IsString()
  '@odata.context'?: string;

  @ODataType('crossTenantMigrationJob')
  '@odata.type'?: string;

  @Describe('Identifier of the job.')
  @Guid()
  id!: string;

  @Describe('Name of the job, unique within the target tenant; may stand wherever the id is expected.')
  @IsString()
  displayName!: string;

  @Describe('Whether the job is in its validation or its migration context.')
  @EnumMember(JobType)
  jobType!: JobType;

  @Describe('GUID of the tenant that the content leaves.')
  @Guid()
  sourceTenantId!: string;

  @Describe('GUID of the tenant that the content enters.')
  @Guid()
  targetTenantId!: string;

  @Describe('Earliest moment of the cutover.')
  @DateTimeOffset()
  completeAfterDateTime!: Date;

  @Describe('Where the job stands.')
  @EnumMember(JobStatus)
  status!: JobStatus;

  @Describe('What is going on, in words.')
  @Nullable()
  @IsString()
  message!: string | null;

  @Describe('When the job was created.')
  @DateTimeOffset()
  createdDateTime!: Date;

  @Describe('User principal name of the person, or id of the application, that created the job.')
  @IsString()
  createdBy!: string;

  @Describe('When the job last changed.')
  @DateTimeOffset()
  lastUpdatedDateTime!: Date;

  @Describe('How mailboxes are moved; absent in a job that moves none.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => ExchangeOnlineCrossTenantMigrationSettings)
  exchangeSettings?: ExchangeOnlineCrossTenantMigrationSettings;

  @Describe('The workloads that the job moves.')
  @EnumMembers(Workload)
  workloads!: Workload[];

  @Describe('What the resources are.')
  @EnumMember(ResourceType)
  resourceType!: ResourceType;

  @Describe('Object ids of the people in the target tenant; empty in a list unless it is selected.')
  @IsArray()
  @Guid({ each: true })
  resources!: string[];

  @Describe('Absolute address of the people who are not shown; only when expanded, and absent when all are shown.')
  @Optional()
  @IsString()
  'users@odata.nextLink'?: string;

  @Describe('The tasks of the job, one for each person, 20 at most; only when expanded.')
  @Optional()
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => CrossTenantMigrationTask)
  users?: CrossTenantMigrationTask[];
}

import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { ODataType } from '../members/odata-type';
import { Nested } from '../members/nested';
import { GraphError } from './graph-error';
import { ServiceStatus } from './service-status';
import { Workload } from './workload';

/** `microsoft.graph.crossTenantMigrationServiceStatusDetails` (contract page 2.3). */
@Describe('Where one workload of one person stands.')
export class CrossTenantMigrationServiceStatusDetails {
  @ODataType('crossTenantMigrationServiceStatusDetails')
  '@odata.type'?: string;

  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Where it stands.')
  @EnumMember(ServiceStatus)
  status!: ServiceStatus;

  @Describe('What is going on, in words; empty when there is nothing to say.')
  @IsString()
  message!: string;

  @Describe('What went wrong; empty when nothing did.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => GraphError)
  errors!: GraphError[];
}

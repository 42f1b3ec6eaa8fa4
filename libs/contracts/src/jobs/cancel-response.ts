import { IsString } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { ODataType } from '../members/odata-type';
import { Optional } from '../members/optional';

/**
 * `microsoft.graph.crossTenantMigrationCancelResponse`: answer to cancelling a job or a person. The type declares
 * `status` and `message`; the published example of a job adds `id` and `displayName`, and so do we (OPEN-8).
 */
@Describe('Answer to a cancellation that was accepted.')
export class CrossTenantMigrationCancelResponse {
  @ODataType('crossTenantMigrationCancelResponse')
  '@odata.type'?: string;

  @Describe('Identifier of the job; absent when a person was cancelled.')
  @Optional()
  @Guid()
  id?: string;

  @Describe('Name of the job; absent when a person was cancelled.')
  @Optional()
  @IsString()
  displayName?: string;

  @Describe('`pendingCancel` for a job, `Accepted` for a person.')
  @IsString()
  status!: string;

  @Describe('What was accepted, in words.')
  @IsString()
  message!: string;
}

import { IsObject, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Nullable, Optional } from '../members/optional';
import { ImapConnection, SetImapConnection } from './imap-connection';

/** By workload, how a tenant is to be reached; a workload that is left out stays as it is, one that is null is removed. */
@Describe('How the workloads of a tenant are to be reached: a map from workload to connection.')
export class SetServiceConnections {
  @Describe('The mailboxes; null removes the connection.')
  @Nullable()
  @IsObject()
  @ValidateNested()
  @Nested(() => SetImapConnection)
  Exchange?: SetImapConnection | null;
}

/** By workload, how a tenant is reached; a workload without a member has no connection. */
@Describe('How the workloads of a tenant are reached: a map from workload to connection.')
export class ServiceConnections {
  @Describe('The mailboxes.')
  @Optional()
  @IsObject()
  @ValidateNested()
  @Nested(() => ImapConnection)
  Exchange?: ImapConnection;
}

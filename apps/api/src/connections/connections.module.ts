import { Module } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { SecretsModule } from '../secrets/secrets.module';
import { ConnectionsService } from './connections.service';

/** How tenants are reached. */
@Module({
  imports: [HostsModule, SecretsModule],
  providers: [ConnectionsService],
  exports: [ConnectionsService, HostsModule, SecretsModule],
})
export class ConnectionsModule {}

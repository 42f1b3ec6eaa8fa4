import { ConnectionProtocol } from '@ferry/contracts';
import { Module } from '@nestjs/common';
import { EndpointsModule } from '../endpoints/endpoints.module';
import { ImapModule } from '../imap/imap.module';
import { ImapProbe } from '../imap/imap-probe';
import { PeopleModule } from '../people/people.module';
import { TenantsModule } from '../tenants/tenants.module';
import { AccessService } from './access.service';
import { CONNECTION_PROBES, type ConnectionProbes } from './connection-probe';
import { ConnectionTestsController } from './connection-tests.controller';
import { ConnectionTestsService } from './connection-tests.service';

/** How the workloads of people are reached, and tests of that. */
@Module({
  imports: [EndpointsModule, ImapModule, PeopleModule, TenantsModule],
  controllers: [ConnectionTestsController],
  providers: [
    AccessService,
    ConnectionTestsService,
    {
      provide: CONNECTION_PROBES,
      useFactory: (imap: ImapProbe): ConnectionProbes => ({ [ConnectionProtocol.Imap]: imap }),
      inject: [ImapProbe],
    },
  ],
  exports: [AccessService],
})
export class AccessModule {}

import { ConnectionProtocol } from '@ferry/contracts';
import { Module } from '@nestjs/common';
import { EndpointsModule } from '../endpoints/endpoints.module';
import { PeopleModule } from '../people/people.module';
import { TenantsModule } from '../tenants/tenants.module';
import { AccessService } from './access.service';
import { CONNECTION_PROBES, type ConnectionProbes } from './connection-probe';
import { ConnectionTestsController } from './connection-tests.controller';
import { ConnectionTestsService } from './connection-tests.service';
import { NetworkProbe } from './network-probe';

const PROBES: ConnectionProbes = { [ConnectionProtocol.Imap]: new NetworkProbe() };

/** How the workloads of people are reached, and tests of that. */
@Module({
  imports: [EndpointsModule, PeopleModule, TenantsModule],
  controllers: [ConnectionTestsController],
  providers: [AccessService, ConnectionTestsService, { provide: CONNECTION_PROBES, useValue: PROBES }],
  exports: [AccessService],
})
export class AccessModule {}

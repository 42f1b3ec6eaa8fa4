import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module';
import { EndpointsController } from './endpoints.controller';
import { EndpointsService } from './endpoints.service';
import { MigrationEndpointsRepository } from './migration-endpoints.repository';

/** The migration endpoints of tenants: how sources are reached, and how hard they may be worked. */
@Module({
  imports: [TenantsModule],
  controllers: [EndpointsController],
  providers: [EndpointsService, MigrationEndpointsRepository],
  exports: [EndpointsService, MigrationEndpointsRepository],
})
export class EndpointsModule {}

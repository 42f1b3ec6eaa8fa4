import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module';
import { TenantsController } from './tenants.controller';
import { TenantsRepository } from './tenants.repository';
import { TenantsService } from './tenants.service';

/** The tenants that a tenant knows. */
@Module({
  imports: [ConnectionsModule],
  controllers: [TenantsController],
  providers: [TenantsRepository, TenantsService],
  exports: [ConnectionsModule, TenantsRepository, TenantsService],
})
export class TenantsModule {}

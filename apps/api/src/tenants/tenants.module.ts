import { Module } from '@nestjs/common';
import { SandboxModule } from '../sandbox/sandbox.module';
import { PersonItemsService } from './person-items.service';
import { TenantsController } from './tenants.controller';
import { TenantsRepository } from './tenants.repository';
import { TenantsService } from './tenants.service';

@Module({
  imports: [SandboxModule],
  controllers: [TenantsController],
  providers: [PersonItemsService, TenantsRepository, TenantsService],
  exports: [TenantsRepository, TenantsService],
})
export class TenantsModule {}

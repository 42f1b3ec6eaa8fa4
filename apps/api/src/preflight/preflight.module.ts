import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/engine.module';
import { SandboxModule } from '../sandbox/sandbox.module';
import { TenantsModule } from '../tenants/tenants.module';
import { PreflightController } from './preflight.controller';
import { PreflightService } from './preflight.service';
import { PreflightsRepository } from './preflights.repository';

/** Checks before any job exists. */
@Module({
  imports: [EngineModule, SandboxModule, TenantsModule],
  controllers: [PreflightController],
  providers: [PreflightService, PreflightsRepository],
})
export class PreflightModule {}

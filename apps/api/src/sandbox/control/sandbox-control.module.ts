import { type DynamicModule, Module } from '@nestjs/common';
import { ChangesModule } from '../../changes/changes.module';
import { EngineModule } from '../../engine/engine.module';
import { TenantsModule } from '../../tenants/tenants.module';
import { ClockControl } from './clock-control';
import { SandboxControlController } from './sandbox-control.controller';
import { SandboxSeed } from './sandbox-seed';
import { ServiceSettingsRepository } from './service-settings.repository';

/** What exists only in sandbox mode: the seeded tenants and the clock that can be moved. */
@Module({})
export class SandboxControlModule {
  /** The module in sandbox mode, and nothing otherwise. */
  static when(sandbox: boolean): DynamicModule {
    if (!sandbox) return { module: SandboxControlModule };
    return {
      module: SandboxControlModule,
      imports: [ChangesModule, EngineModule, TenantsModule],
      controllers: [SandboxControlController],
      providers: [ClockControl, SandboxSeed, ServiceSettingsRepository],
    };
  }
}

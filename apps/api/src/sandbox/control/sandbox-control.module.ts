import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../../config/config';
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
  /** The module in sandbox mode, and nothing otherwise. A worker obeys the clock; the tenants are seeded by others. */
  static of({ sandbox, role }: Pick<Config, 'sandbox' | 'role'>): DynamicModule {
    if (!sandbox) return { module: SandboxControlModule };
    const seed = role === 'worker' ? [] : [SandboxSeed];
    return {
      module: SandboxControlModule,
      imports: [ChangesModule, EngineModule, TenantsModule],
      controllers: [SandboxControlController],
      providers: [ClockControl, ...seed, ServiceSettingsRepository],
    };
  }
}

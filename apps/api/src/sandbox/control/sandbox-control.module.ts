import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../../config/config';
import { ChangesModule } from '../../changes/changes.module';
import { EngineModule } from '../../engine/engine.module';
import { SandboxModule } from '../sandbox.module';
import { ClockControl } from './clock-control';
import { SandboxControlController } from './sandbox-control.controller';
import { SandboxSeed } from './sandbox-seed';
import { SandboxSeedController } from './sandbox-seed.controller';
import { SandboxSeedRepository } from './sandbox-seed.repository';
import { SandboxTroublesController } from './sandbox-troubles.controller';
import { ServiceSettingsRepository } from './service-settings.repository';
import { TroubleControl } from './trouble-control';

/** What exists only in sandbox mode: the seeded tenants, the clock that can be moved, and troubles that can be driven. */
@Module({})
export class SandboxControlModule {
  /** The module in sandbox mode, and nothing otherwise. A worker obeys the clock; the tenants are seeded by others. */
  static of({ sandbox, role }: Pick<Config, 'sandbox' | 'role'>): DynamicModule {
    if (!sandbox) return { module: SandboxControlModule };
    const seeds = role !== 'worker';
    return {
      module: SandboxControlModule,
      imports: [ChangesModule, EngineModule, SandboxModule],
      controllers: [SandboxControlController, ...(seeds ? [SandboxSeedController] : []), SandboxTroublesController],
      providers: [
        ClockControl,
        ...(seeds ? [SandboxSeed, SandboxSeedRepository] : []),
        ServiceSettingsRepository,
        TroubleControl,
      ],
    };
  }
}

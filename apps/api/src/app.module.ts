import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module';
import { SessionModule } from './auth/session.module';
import { BatchModule } from './batch/batch.module';
import type { Config } from './config/config';
import { FerryModule } from './ferry.module';
import { HealthModule } from './health/health.module';
import { MetadataModule } from './metadata/metadata.module';

/** The whole service: who may come in, whether it is well, and what it does. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AuthModule.register(config),
        HealthModule,
        FerryModule.of(config),
        BatchModule,
        MetadataModule,
        SessionModule,
      ],
    };
  }
}

/** What a worker is made of: the engine and what it stands on. Controllers are among it, but nobody routes to them. */
@Module({})
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [HealthModule, FerryModule.of(config)] };
  }
}

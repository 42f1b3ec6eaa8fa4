import { Module } from '@nestjs/common';
import { StopModule } from '../stop/stop.module';
import { FreeSpace } from './free-space';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

/** Needs the global database module beside it. */
@Module({
  imports: [StopModule],
  controllers: [HealthController],
  providers: [FreeSpace, Readiness],
  exports: [Readiness],
})
export class HealthModule {}

import { Module } from '@nestjs/common';
import { StopModule } from '../stop/stop.module';
import { DatabaseWatch } from './database-watch';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

/** Needs the global database module beside it. */
@Module({
  imports: [StopModule],
  controllers: [HealthController],
  providers: [DatabaseWatch, Readiness],
  exports: [Readiness],
})
export class HealthModule {}

import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

/** Needs the global database module beside it. */
@Module({ controllers: [HealthController] })
export class HealthModule {}

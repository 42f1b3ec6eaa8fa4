import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/engine.module';
import { JobsModule } from '../jobs/jobs.module';
import { ProgressModule } from '../progress/progress.module';
import { VerificationsController } from './verifications.controller';
import { VerificationsRepository } from './verifications.repository';
import { VerificationsService } from './verifications.service';

@Module({
  imports: [EngineModule, JobsModule, ProgressModule],
  controllers: [VerificationsController],
  providers: [VerificationsRepository, VerificationsService],
})
export class VerificationsModule {}

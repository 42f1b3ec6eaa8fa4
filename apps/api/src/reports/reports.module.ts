import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/engine.module';
import { JobsModule } from '../jobs/jobs.module';
import { ProgressModule } from '../progress/progress.module';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  imports: [EngineModule, JobsModule, ProgressModule],
  controllers: [ReportsController],
  providers: [ReportsService],
})
export class ReportsModule {}

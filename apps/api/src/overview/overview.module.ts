import { Module } from '@nestjs/common';
import { ProgressModule } from '../progress/progress.module';
import { AttentionService } from './attention.service';
import { OverviewController } from './overview.controller';
import { OverviewRepository } from './overview.repository';
import { OverviewService } from './overview.service';
import { RunningRepository } from './running.repository';
import { TroubleRepository } from './trouble.repository';

@Module({
  imports: [ProgressModule],
  controllers: [OverviewController],
  providers: [AttentionService, OverviewRepository, OverviewService, RunningRepository, TroubleRepository],
})
export class OverviewModule {}

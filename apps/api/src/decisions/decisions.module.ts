import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/engine.module';
import { EventsModule } from '../events/events.module';
import { JobsModule } from '../jobs/jobs.module';
import { ProgressModule } from '../progress/progress.module';
import { SummariesModule } from '../summaries/summaries.module';
import { DecisionsController } from './decisions.controller';
import { HoldReleases } from './hold-releases';
import { HoldsRepository } from './holds.repository';
import { HoldsService } from './holds.service';
import { SkippedItemsRepository } from './skipped-items.repository';
import { SkippedItemsAllowanceService } from './skipped-items-allowance.service';
import { SkippedItemsService } from './skipped-items.service';

/** What a job waits for a person to decide: the approval of a migration, and skipped items. */
@Module({
  imports: [EngineModule, EventsModule, JobsModule, ProgressModule, SummariesModule],
  controllers: [DecisionsController],
  providers: [
    HoldReleases,
    HoldsRepository,
    HoldsService,
    SkippedItemsAllowanceService,
    SkippedItemsRepository,
    SkippedItemsService,
  ],
})
export class DecisionsModule {}

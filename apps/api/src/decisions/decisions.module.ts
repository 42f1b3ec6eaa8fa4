import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/engine.module';
import { EventsModule } from '../events/events.module';
import { JobsModule } from '../jobs/jobs.module';
import { ProgressModule } from '../progress/progress.module';
import { DecisionsController } from './decisions.controller';
import { SkippedItemsRepository } from './skipped-items.repository';
import { SkippedItemsService } from './skipped-items.service';

/** What a job waits for a person to decide: the approval of a migration, and skipped items. */
@Module({
  imports: [EngineModule, EventsModule, JobsModule, ProgressModule],
  controllers: [DecisionsController],
  providers: [SkippedItemsRepository, SkippedItemsService],
})
export class DecisionsModule {}

import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { ProgressModule } from '../progress/progress.module';
import { FiguresRepository } from './figures.repository';
import { SummariesController } from './summaries.controller';
import { SummariesService } from './summaries.service';

/** Jobs as lines of a list. */
@Module({
  imports: [JobsModule, ProgressModule],
  controllers: [SummariesController],
  providers: [FiguresRepository, SummariesService],
  exports: [SummariesService],
})
export class SummariesModule {}

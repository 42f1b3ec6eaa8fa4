import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { JobsModule } from '../jobs/jobs.module';
import { TenantsModule } from '../tenants/tenants.module';
import { ChangeStream } from './change-stream';
import { EventLogStream } from './event-log-stream';
import { Outlooks } from './outlooks';
import { PaceRepository } from './pace.repository';
import { ProgressController } from './progress.controller';
import { ProgressRepository } from './progress.repository';
import { ProgressService } from './progress.service';

@Module({
  imports: [EventsModule, JobsModule, TenantsModule],
  controllers: [ProgressController],
  providers: [ChangeStream, EventLogStream, Outlooks, PaceRepository, ProgressRepository, ProgressService],
  exports: [Outlooks, ProgressService],
})
export class ProgressModule {}

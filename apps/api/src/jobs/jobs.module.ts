import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { JobAnswers } from './job-answers';
import { JobLinks } from './job-links';
import { JobListRepository } from './job-list.repository';
import { JobStarts } from './job-starts';
import { JobTransitions } from './job-transitions';
import { JobsController } from './jobs.controller';
import { JobsRepository } from './jobs.repository';
import { JobsService } from './jobs.service';
import { PeopleService } from './people.service';
import { TaskAnswers } from './task-answers';
import { TasksRepository } from './tasks.repository';
import { UsersController } from './users.controller';
import { WorkloadRunsRepository } from './workload-runs.repository';

@Module({
  imports: [EventsModule],
  controllers: [JobsController, UsersController],
  providers: [
    JobAnswers,
    JobLinks,
    JobListRepository,
    JobStarts,
    JobTransitions,
    JobsRepository,
    JobsService,
    PeopleService,
    TaskAnswers,
    TasksRepository,
    WorkloadRunsRepository,
  ],
  exports: [JobStarts, JobTransitions, JobsRepository, JobsService, WorkloadRunsRepository],
})
export class JobsModule {}

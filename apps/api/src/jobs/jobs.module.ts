import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { ExpandedUsers } from './expanded-users';
import { JobAnswers } from './job-answers';
import { JobBodies } from './job-bodies.service';
import { JobLinks } from './job-links';
import { JobListRepository } from './job-list.repository';
import { JobStarts } from './job-starts';
import { JobTransitions } from './job-transitions';
import { JobsController } from './jobs.controller';
import { JobsRepository } from './jobs.repository';
import { JobsService } from './jobs.service';
import { MigrationsRootController } from './migrations-root.controller';
import { PeopleAdditionsService } from './people-additions.service';
import { PeopleRemovalsService } from './people-removals.service';
import { PeopleRetriesService } from './people-retries.service';
import { PeopleService } from './people.service';
import { RootAnswers } from './root-answers';
import { TaskAnswers } from './task-answers';
import { TasksRepository } from './tasks.repository';
import { UserChangesController } from './user-changes.controller';
import { UsersController } from './users.controller';
import { WorkloadRunsRepository } from './workload-runs.repository';

@Module({
  imports: [EventsModule],
  controllers: [MigrationsRootController, JobsController, UsersController, UserChangesController],
  providers: [
    ExpandedUsers,
    JobAnswers,
    JobBodies,
    JobLinks,
    JobListRepository,
    JobStarts,
    JobTransitions,
    JobsRepository,
    JobsService,
    PeopleAdditionsService,
    PeopleRemovalsService,
    PeopleRetriesService,
    PeopleService,
    RootAnswers,
    TaskAnswers,
    TasksRepository,
    WorkloadRunsRepository,
  ],
  exports: [
    JobListRepository,
    JobStarts,
    JobTransitions,
    JobsRepository,
    JobsService,
    PeopleRetriesService,
    WorkloadRunsRepository,
  ],
})
export class JobsModule {}

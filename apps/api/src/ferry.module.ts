import { type DynamicModule, Module } from '@nestjs/common';
import { ChangesModule } from './changes/changes.module';
import { ClockModule } from './clock/clock.module';
import type { Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { DecisionsModule } from './decisions/decisions.module';
import { EngineModule } from './engine/engine.module';
import { ErrorsModule } from './errors/errors.module';
import { JobsModule } from './jobs/jobs.module';
import { OverviewModule } from './overview/overview.module';
import { PreflightModule } from './preflight/preflight.module';
import { ProgressModule } from './progress/progress.module';
import { QueueModule } from './queue/queue.module';
import { ReportsModule } from './reports/reports.module';
import { SandboxControlModule } from './sandbox/control/sandbox-control.module';
import { AccessModule } from './access/access.module';
import { EndpointsModule } from './endpoints/endpoints.module';
import { PeopleLookupModule } from './people/lookup/people-lookup.module';
import { PeopleModule } from './people/people.module';
import { AuditModule } from './audit/audit.module';
import { SummariesModule } from './summaries/summaries.module';
import { TenantsModule } from './tenants/tenants.module';
import { VerificationsModule } from './verifications/verifications.module';

/** What Ferry does, without the edge where callers come in: storage, lifecycle, engine, and the controllers on them. */
@Module({})
export class FerryModule {
  static of(config: Pick<Config, 'sandbox' | 'role'>): DynamicModule {
    return {
      module: FerryModule,
      imports: [
        ClockModule,
        DatabaseModule,
        QueueModule,
        ChangesModule,
        AuditModule,
        TenantsModule,
        EndpointsModule,
        PeopleLookupModule,
        PeopleModule,
        AccessModule,
        JobsModule,
        EngineModule,
        DecisionsModule,
        PreflightModule,
        ErrorsModule,
        ProgressModule,
        OverviewModule,
        ReportsModule,
        SandboxControlModule.of(config),
        SummariesModule,
        VerificationsModule,
      ],
      exports: [TenantsModule],
    };
  }
}

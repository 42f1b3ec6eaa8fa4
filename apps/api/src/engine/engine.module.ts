import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { JobsModule } from '../jobs/jobs.module';
import { ReportsModule } from '../reports/reports.module';
import { SandboxModule } from '../sandbox/sandbox.module';
import { AccessModule } from '../access/access.module';
import { ImapModule } from '../imap/imap.module';
import { ThroughputModule } from '../throughput/throughput.module';
import { Checks } from './checks';
import { ArrivalsRepository } from './arrivals.repository';
import { Comparison } from './comparison';
import { Cutover } from './cutover';
import { Departures } from './departures';
import { Engine } from './engine';
import { EndpointTroubles } from './endpoint-troubles';
import { EndpointsRepository } from './endpoints.repository';
import { FactsRepository } from './facts.repository';
import { FindingsRepository } from './findings.repository';
import { JobPurge } from './job-purge';
import { JobPurgeRepository } from './job-purge.repository';
import { JobSteps } from './job-steps';
import { KeptStores } from './kept-stores';
import { MessageReturns } from './message-returns';
import { MigrationStart } from './migration-start';
import { Reconciler } from './reconciler';
import { RollUp } from './roll-up';
import { RollUpRepository } from './roll-up.repository';
import { RunClaims } from './run-claims';
import { RunClaimsRepository } from './run-claims.repository';
import { RunWakeUps } from './run-wake-ups';
import { Settlement } from './settlement';
import { SkippedItemsLimit } from './skipped-items-limit';
import { SliceWork } from './slice-work';
import { LedgerRepository } from './ledger.repository';
import { SlicesRepository } from './slices.repository';
import { Stores } from './stores';
import { WorkloadSlices } from './workload-slices';

@Module({
  imports: [EventsModule, JobsModule, ReportsModule, SandboxModule, AccessModule, ImapModule, ThroughputModule],
  providers: [
    ArrivalsRepository,
    Checks,
    Comparison,
    Cutover,
    Departures,
    Engine,
    EndpointTroubles,
    EndpointsRepository,
    FactsRepository,
    FindingsRepository,
    JobPurge,
    JobPurgeRepository,
    JobSteps,
    KeptStores,
    MessageReturns,
    MigrationStart,
    Reconciler,
    RollUp,
    RollUpRepository,
    RunClaims,
    RunClaimsRepository,
    RunWakeUps,
    Settlement,
    SkippedItemsLimit,
    SliceWork,
    LedgerRepository,
    SlicesRepository,
    Stores,
    WorkloadSlices,
  ],
  exports: [Cutover, Engine, FactsRepository, RollUp, RunWakeUps, Stores],
})
export class EngineModule {}

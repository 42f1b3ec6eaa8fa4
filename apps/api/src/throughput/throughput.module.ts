import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { ThroughputController } from './throughput.controller';
import { ThroughputRepository } from './throughput.repository';
import { ThroughputSampler } from './throughput-sampler';
import { ThroughputService } from './throughput.service';

/** What jobs moved over time. */
@Module({
  imports: [JobsModule],
  controllers: [ThroughputController],
  providers: [ThroughputRepository, ThroughputSampler, ThroughputService],
  exports: [ThroughputSampler],
})
export class ThroughputModule {}

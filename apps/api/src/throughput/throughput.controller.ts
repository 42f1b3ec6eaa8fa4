import { API_ROUTES, JobThroughput } from '@ferry/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { JobsService } from '../jobs/jobs.service';
import { ThroughputService } from './throughput.service';

/** How quickly jobs move. */
@ApiTags('progress')
@Controller()
export class ThroughputController {
  constructor(
    private readonly jobs: JobsService,
    private readonly throughput: ThroughputService,
  ) {}

  @Get(API_ROUTES.jobThroughput(':job'))
  @ApiOperation({
    summary: 'Get what a job moved, over time',
    description:
      'Items and bytes that were written to the target, by workload, in spans of one length without a hole: of a minute, or ' +
      'longer where there would be more than about 120 of them.',
  })
  @ApiParam({ name: 'job', description: 'Id of the job, or its display name.' })
  @ApiOkResponse({ type: JobThroughput, description: 'The spans, oldest first.' })
  async ofJob(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey): Promise<JobThroughput> {
    return this.throughput.ofJob(await this.jobs.get(caller, key));
  }
}

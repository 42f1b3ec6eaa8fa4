import { API_ROUTES, JobReport } from '@ferry/contracts';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { JobsService } from '../jobs/jobs.service';
import { ReportsService } from './reports.service';

/** Reports of jobs. */
@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly reports: ReportsService,
  ) {}

  @Get(API_ROUTES.jobReport(':job'))
  @ApiOperation({ summary: 'Compare source and target of a job' })
  @ApiParam({ name: 'job', description: 'Id of the job, or its display name.' })
  @ApiOkResponse({ type: JobReport, description: 'What was found, what became of it, and what is at the target.' })
  async report(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
  ): Promise<JobReport> {
    return this.reports.ofJob(await this.jobs.get(caller, key), request.signal);
  }
}

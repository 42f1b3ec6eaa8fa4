import { API_ROUTES, JobProgress } from '@ferry/contracts';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { NoParameters } from '../graph/no-parameters';
import { ProgressService } from '../progress/progress.service';
import { VerificationsService } from './verifications.service';

/** Asks for verifications. */
@ApiTags('reports')
@Controller()
export class VerificationsController {
  constructor(
    private readonly verifications: VerificationsService,
    private readonly progress: ProgressService,
  ) {}

  @Post(API_ROUTES.jobVerification(':job'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Compare source and target of a job that is over once more',
    description:
      'Nothing is copied and no status changes: the results in the report are replaced as they are made. While they are, ' +
      '`verifyingPeople` of its totals says for how many people.',
  })
  @ApiParam({ name: 'job', description: 'Id of the job, or its display name.' })
  @ApiAcceptedResponse({ type: JobProgress, description: 'The comparison was asked for.' })
  async verify(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey): Promise<JobProgress> {
    return this.progress.ofJob(await this.verifications.request(caller, key));
  }
}

import {
  CreateCrossTenantMigrationTask,
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationTask,
  GRAPH_ROUTES,
  UpdateCrossTenantMigrationTask,
} from '@ferry/contracts';
import { Body, Delete, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { ContractController } from '../graph/contract-controller';
import { NoParameters } from '../graph/no-parameters';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { JobsService } from './jobs.service';
import { PeopleAdditionsService } from './people-additions.service';
import { PeopleRemovalsService } from './people-removals.service';
import { TaskAnswers } from './task-answers';

const JOB_PARAM = { name: 'job', description: 'Id of the job, or its display name.' } as const;
const PERSON_PARAM = { name: 'person', description: 'Object id of the person in the target tenant.' } as const;

/** What may be changed about the people of a job (contract page 1.3.12, and 1.1, rows 15 to 18). */
@ApiTags('crossTenantMigrationTasks')
@ContractController(`${GRAPH_ROUTES.jobs}/:job/users`)
@RequireWrite()
export class UserChangesController {
  constructor(
    private readonly jobs: JobsService,
    private readonly additions: PeopleAdditionsService,
    private readonly removals: PeopleRemovalsService,
    private readonly answers: TaskAnswers,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a person to a migration job that waits for its validation' })
  @ApiParam(JOB_PARAM)
  @ApiCreatedResponse({ type: CrossTenantMigrationTask, description: 'The person was added.' })
  async add(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Body() body: CreateCrossTenantMigrationTask,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const job = await this.jobs.get(caller, key);
    return this.answers.created(job, await this.additions.add(caller, job, body), request, reply);
  }

  @Patch(':person')
  @ApiOperation({ summary: 'Change a person of a migration job, of whom nothing can be changed' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiOkResponse({ type: CrossTenantMigrationTask, description: 'The person, as before.' })
  async update(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
    @Body() _body: UpdateCrossTenantMigrationTask,
    @Req() request: FastifyRequest,
  ) {
    return this.answers.single(await this.jobs.get(caller, key), personId, request);
  }

  @Post(':person/cancel')
  @NoParameters()
  @HttpCode(202)
  @ApiOperation({ summary: 'Take a person out of a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiAcceptedResponse({ type: CrossTenantMigrationCancelResponse, description: 'The cancellation was accepted.' })
  async cancel(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
    @Req() request: FastifyRequest,
  ) {
    await this.removals.remove(caller, key, personId, request.id);
    return this.answers.cancelled(personId, key.value);
  }

  @Delete([':person', ':person/$ref'])
  @NoParameters()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a person out of a migration job (first form of the contract)' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiNoContentResponse({ description: 'The person was taken out.' })
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.removals.remove(caller, key, personId, request.id);
  }
}

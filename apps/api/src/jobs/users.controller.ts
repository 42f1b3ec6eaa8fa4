import { CrossTenantMigrationTask, CrossTenantMigrationTaskCollection, GRAPH_ROUTES } from '@ferry/contracts';
import { Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { ContractController } from '../graph/contract-controller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { ApiListOptions } from './api-list-options';
import { JobsService } from './jobs.service';
import { TaskAnswers } from './task-answers';

const JOB_PARAM = { name: 'job', description: 'Id of the job, or its display name.' } as const;
const PERSON_PARAM = { name: 'person', description: 'Object id of the person in the target tenant.' } as const;

/** The people of a job, as the contract's tasks (contract page 1.3.10 to 1.3.12). */
@ApiTags('crossTenantMigrationTasks')
@ContractController(`${GRAPH_ROUTES.jobs}/:job/users`)
export class UsersController {
  constructor(
    private readonly jobs: JobsService,
    private readonly answers: TaskAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the people of a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiListOptions('$filter', '$orderby', '$select', '$top', '$skip', '$skiptoken', '$count')
  @ApiOkResponse({ type: CrossTenantMigrationTaskCollection, description: 'A page of people.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answers.list(await this.jobs.get(caller, key), request, reply);
  }

  @Get('$count')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'Count the people of a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiListOptions('$filter')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'integer' }, description: 'How many people the job has.' })
  async count(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.answers.count(await this.jobs.get(caller, key), request);
  }

  @Get(':person')
  @ApiOperation({ summary: 'Get a person of a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiListOptions('$select')
  @ApiOkResponse({ type: CrossTenantMigrationTask, description: 'The person.' })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
    @Req() request: FastifyRequest,
  ) {
    return this.answers.single(await this.jobs.get(caller, key), personId, request);
  }
}

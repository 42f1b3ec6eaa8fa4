import {
  CreateCrossTenantMigrationJob,
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationJobCollection,
  GRAPH_ROUTES,
  UpdateCrossTenantMigrationJob,
} from '@ferry/contracts';
import { Body, Delete, Get, Header, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { ContractController } from '../graph/contract-controller';
import { NoParameters } from '../graph/no-parameters';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { ApiListOptions } from './api-list-options';
import { JobAnswers } from './job-answers';
import { JobBodies } from './job-bodies.service';
import { JobsService } from './jobs.service';

const JOB_PARAM = { name: 'job', description: 'Id of the job, or its display name.' } as const;

/** The job family of the contract, except people (contract page 1.3). */
@ApiTags('crossTenantMigrationJobs')
@ContractController(GRAPH_ROUTES.jobs)
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly bodies: JobBodies,
    private readonly answers: JobAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List migration jobs' })
  @ApiListOptions('$filter', '$orderby', '$select', '$expand', '$search', '$top', '$skip', '$skiptoken', '$count')
  @ApiOkResponse({ type: CrossTenantMigrationJobCollection, description: 'A page of jobs.' })
  list(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answers.list(caller, request, reply);
  }

  @Get('$count')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'Count migration jobs' })
  @ApiListOptions('$filter', '$search')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'integer' }, description: 'How many jobs there are.' })
  count(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<string> {
    return this.answers.count(caller, request);
  }

  @Post()
  @RequireWrite()
  @ApiOperation({ summary: 'Create a migration job' })
  @ApiBody({ type: CreateCrossTenantMigrationJob })
  @ApiCreatedResponse({ type: CrossTenantMigrationJob, description: 'The job was created.' })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const job = await this.jobs.create(caller, await this.bodies.create(caller, sent));
    return this.answers.created(job, request, reply);
  }

  @Post('validate')
  @RequireWrite()
  @ApiOperation({ summary: 'Create a validation job (first form of the contract)' })
  @ApiBody({ type: CreateCrossTenantMigrationJob })
  @ApiCreatedResponse({ type: CrossTenantMigrationJob, description: 'The validation job was created.' })
  async createValidation(
    @CurrentCaller() caller: Caller,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const job = await this.jobs.create(caller, await this.bodies.validate(caller, sent));
    return this.answers.created(job, request, reply);
  }

  @Get(':job')
  @ApiOperation({ summary: 'Get a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiListOptions('$select', '$expand')
  @ApiOkResponse({ type: CrossTenantMigrationJob, description: 'The job.' })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
  ) {
    return this.answers.single(await this.jobs.get(caller, key), request);
  }

  @Patch(':job')
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Move the cutover date of a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiBody({ type: UpdateCrossTenantMigrationJob })
  @ApiNoContentResponse({ description: 'The date was moved.' })
  async update(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answers.updated(await this.jobs.update(caller, key, this.bodies.update(sent)), request, reply);
  }

  @Delete(':job')
  @NoParameters()
  @RequireWrite()
  @HttpCode(202)
  @ApiOperation({ summary: 'Delete a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiAcceptedResponse({ description: 'The deletion was accepted.' })
  async delete(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey): Promise<void> {
    await this.jobs.delete(caller, key);
  }

  @Post(':job/validate')
  @NoParameters()
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Validate a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiOkResponse({ type: CrossTenantMigrationJob, description: 'The validation was submitted.' })
  async validate(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
  ) {
    return this.answers.acted(await this.jobs.validate(caller, key), request);
  }

  @Post(':job/migrate')
  @NoParameters()
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Migrate a job, or retry what failed' })
  @ApiParam(JOB_PARAM)
  @ApiOkResponse({ type: CrossTenantMigrationJob, description: 'The migration was submitted.' })
  async migrate(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Req() request: FastifyRequest,
  ) {
    return this.answers.acted(await this.jobs.migrate(caller, key), request);
  }

  @Post(':job/cancel')
  @NoParameters()
  @RequireWrite()
  @HttpCode(202)
  @ApiOperation({ summary: 'Cancel a migration job' })
  @ApiParam(JOB_PARAM)
  @ApiAcceptedResponse({ type: CrossTenantMigrationCancelResponse, description: 'The cancellation was accepted.' })
  async cancel(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey) {
    return this.answers.cancelled(await this.jobs.cancel(caller, key));
  }
}

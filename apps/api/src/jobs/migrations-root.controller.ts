import { GRAPH_ROUTES, MigrationsRoot, UpdateMigrationsRoot } from '@ferry/contracts';
import { Body, Get, Patch, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { ContractController } from '../graph/contract-controller';
import { ApiListOptions } from './api-list-options';
import { RootAnswers } from './root-answers';

/**
 * The root that holds the jobs of a tenant (contract page 1.1, row 19). It has no member but its id, so that a change
 * changes nothing; deleting it would delete every job at once and is not offered.
 */
@ApiTags('migrationsRoot')
@ContractController(GRAPH_ROUTES.root)
export class MigrationsRootController {
  constructor(private readonly answers: RootAnswers) {}

  @Get()
  @ApiOperation({ summary: 'Get the root of the migrations' })
  @ApiListOptions('$select')
  @ApiQuery({
    name: '$expand',
    required: false,
    enum: ['crossTenantMigrationJobs'],
    description: 'Shows 20 jobs, too.',
  })
  @ApiOkResponse({ type: MigrationsRoot, description: 'The root.' })
  get(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest) {
    return this.answers.single(caller, request);
  }

  @Patch()
  @RequireWrite()
  @ApiOperation({ summary: 'Change the root of the migrations, which has nothing to change' })
  @ApiOkResponse({ type: MigrationsRoot, description: 'The root, as it was.' })
  update(@CurrentCaller() caller: Caller, @Body() _body: UpdateMigrationsRoot, @Req() request: FastifyRequest) {
    return this.answers.single(caller, request);
  }
}

import { API_ROUTES, JobCounts, JobSummaryCollection } from '@ferry/contracts';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { GraphLinks } from '../graph/graph-links';
import { pageSizeOf, readListQuery } from '../graph/list-query';
import { withoutParameter } from '../graph/without-parameter';
import { WordPipe } from '../graph/word.pipe';
import { ApiListOptions } from '../jobs/api-list-options';
import { SummariesService } from './summaries.service';

const ATTENTION = 'attention';

/** The jobs of a tenant for a list that people read: what the contract's list does not tell. */
@ApiTags('progress')
@Controller()
export class SummariesController {
  constructor(
    private readonly summaries: SummariesService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.jobs)
  @ApiOperation({
    summary: 'List jobs in numbers',
    description:
      'By the same options as the list of the contract, and with `attention=true` only those that need a person: for an ' +
      'approval, a decision, or because something failed.',
  })
  @ApiListOptions('$filter', '$orderby', '$search', '$top', '$skip', '$skiptoken')
  @ApiQuery({ name: ATTENTION, required: false, enum: ['true', 'false'], description: 'Only jobs that need a person.' })
  @ApiOkResponse({ type: JobSummaryCollection, description: 'A page of jobs.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Query(ATTENTION, new WordPipe(ATTENTION, ['true', 'false'])) attention: 'true' | 'false' | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobSummaryCollection> {
    const url = withoutParameter(request.originalUrl, ATTENTION);
    const query = readListQuery(url, ['filter', 'orderby', 'search', 'top', 'skip', 'skiptoken']);
    const limit = pageSizeOf(query, request, reply);
    const { value, next } = await this.summaries.page(caller, query, attention === 'true', limit);
    return next === null ? { value } : { value, nextLink: this.links.next(request, next) };
  }

  @Get(API_ROUTES.jobCounts)
  @ApiOperation({ summary: 'Count jobs by status' })
  @ApiListOptions('$filter', '$search')
  @ApiOkResponse({ type: JobCounts, description: 'How many jobs there are in each status.' })
  counts(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<JobCounts> {
    return this.summaries.counts(caller, readListQuery(request.originalUrl, ['filter', 'search']));
  }
}

import {
  API_ROUTES,
  HoldCollection,
  JobProgress,
  PersonProgress,
  RetryPeople,
  SkippedItemCollection,
  UpdateJobProgress,
} from '@ferry/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { GraphLinks } from '../graph/graph-links';
import { NoParameters } from '../graph/no-parameters';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TaskNotFoundError } from '../jobs/job-errors';
import type { JobRecord } from '../jobs/job.record';
import { JobsService } from '../jobs/jobs.service';
import { PeopleRetriesService } from '../jobs/people-retries.service';
import { ProgressService } from '../progress/progress.service';
import { HoldsService } from './holds.service';
import { SkippedItemsAllowanceService } from './skipped-items-allowance.service';
import { SkippedItemsService } from './skipped-items.service';

const JOB_PARAM = { name: 'job', description: 'Id of the job, or its display name.' } as const;
const PERSON_PARAM = { name: 'person', description: 'Object id of the person in the target tenant.' } as const;
const PAGE = 100;

/** What a job waits for a person to decide. */
@ApiTags('decisions')
@Controller()
export class DecisionsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly retries: PeopleRetriesService,
    private readonly skippedItems: SkippedItemsService,
    private readonly allowance: SkippedItemsAllowanceService,
    private readonly holds: HoldsService,
    private readonly progress: ProgressService,
    private readonly links: GraphLinks,
  ) {}

  @Post(API_ROUTES.jobApproval(':job'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a migration that another person has submitted' })
  @ApiParam(JOB_PARAM)
  @ApiOkResponse({ type: JobProgress, description: 'The migration was approved and begins.' })
  async approve(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey): Promise<JobProgress> {
    return this.progress.ofJob(await this.jobs.approve(caller, key));
  }

  @Post(API_ROUTES.jobRetry(':job'))
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Migrate chosen people of a job once more; the others stay as they are' })
  @ApiParam(JOB_PARAM)
  @ApiBody({ type: RetryPeople })
  @ApiOkResponse({ type: JobProgress, description: 'The job, which begins another attempt for those who had failed.' })
  async retry(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Body() { personIds }: RetryPeople,
  ): Promise<JobProgress> {
    return this.progress.ofJob(await this.retries.retry(caller, key, personIds));
  }

  @Patch(API_ROUTES.job(':job'))
  @RequireWrite()
  @ApiOperation({ summary: 'Say how many items a workload of a job may skip without anybody being asked' })
  @ApiParam(JOB_PARAM)
  @ApiBody({ type: UpdateJobProgress })
  @ApiOkResponse({ type: JobProgress, description: 'The job, in which whatever is allowed now goes on.' })
  async update(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Body() body: UpdateJobProgress,
  ): Promise<JobProgress> {
    return this.progress.ofJob(await this.allowance.set(caller, key, body.skippedItemsAllowed));
  }

  @Get(API_ROUTES.holds)
  @ApiOperation({ summary: 'List the people of whom skipped items wait for a decision' })
  @ApiOkResponse({ type: HoldCollection, description: 'The people, with their jobs.' })
  async listHolds(@CurrentCaller() caller: Caller): Promise<HoldCollection> {
    return { value: await this.holds.list(caller) };
  }

  @Get(API_ROUTES.skippedItems(':job', ':person'))
  @ApiOperation({ summary: 'List the items of a person that the target does not take' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiQuery({
    name: 'top',
    required: false,
    type: 'integer',
    description: 'Items of a page, 1 to 1000; 100 without it.',
  })
  @ApiQuery({ name: 'skip', required: false, type: 'integer', description: 'How many items come before the page.' })
  @ApiOkResponse({ type: SkippedItemCollection, description: 'A page of skipped items.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
    @Query('top', new PageNumberPipe('top', 1_000)) top: number | undefined,
    @Query('skip', new PageNumberPipe('skip', 1_000_000_000)) skip: number | undefined,
    @Req() request: FastifyRequest,
  ): Promise<SkippedItemCollection> {
    const [size, before] = [top ?? PAGE, skip ?? 0];
    const job = await this.jobs.get(caller, key);
    const [value, more] = await this.skippedItems.list(job, personId, before, size);
    return more ? { value, nextLink: this.links.continued(request, 'skip', String(before + size), []) } : { value };
  }

  @Post(API_ROUTES.acceptSkippedItems(':job', ':person'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept that items of a person were skipped, so that the person goes on' })
  @ApiParam(JOB_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiOkResponse({ type: PersonProgress, description: 'The person, who goes on.' })
  async accept(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
  ): Promise<PersonProgress> {
    return this.person(await this.skippedItems.accept(caller, key, personId), personId);
  }

  private async person(job: JobRecord, personId: string): Promise<PersonProgress> {
    const [person] = await this.progress.ofPeople(job, [personId.toLowerCase()]);
    if (!person) throw new TaskNotFoundError(personId);
    return person;
  }
}

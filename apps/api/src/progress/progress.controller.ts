import {
  API_ROUTES,
  CrossTenantMigrationJob,
  JobChange,
  JobEvent,
  JobEventCollection,
  JobEventKind,
  JobProgress,
  PersonProgressCollection,
} from '@ferry/contracts';
import { Controller, Get, type MessageEvent, Param, Query, Req, Sse } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { RouteConstraints } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { whileTokenHolds } from '../auth/while-token-holds';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { EVENT_STREAM_ROUTE } from '../graph/event-stream-route';
import { BadRequestError } from '../graph/graph-http-error';
import { GraphLinks } from '../graph/graph-links';
import { ObjectIdPipe } from '../graph/object-id.pipe';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TextPipe } from '../graph/text.pipe';
import { WordPipe } from '../graph/word.pipe';
import { JobsService } from '../jobs/jobs.service';
import { ChangeStream } from './change-stream';
import { EventLogStream } from './event-log-stream';
import { LastEvent } from './last-event';
import { ProgressService } from './progress.service';

/** Events of a page, without another wish. */
const PAGE = 100;
const AFTER = new PageNumberPipe('after', Number.MAX_SAFE_INTEGER, 0);
const JOB_PARAM = { name: 'job', description: 'Id of the job, or its display name.' } as const;

/** What the data of the events of a stream is. */
const eventsOf = (type: new () => object) => ({ 'text/event-stream': { schema: { $ref: getSchemaPath(type) } } });

/** Jobs in numbers: what Graph does not have. */
@ApiTags('progress')
@Controller()
export class ProgressController {
  constructor(
    private readonly jobs: JobsService,
    private readonly progress: ProgressService,
    private readonly stream: ChangeStream,
    private readonly eventLog: EventLogStream,
    private readonly links: GraphLinks,
  ) {}

  @Sse(API_ROUTES.jobChanges)
  @ApiOperation({ summary: 'Follow the jobs of the tenant (server-sent events)' })
  @ApiOkResponse({ description: 'A job with each event.', content: eventsOf(CrossTenantMigrationJob) })
  followAll(@CurrentCaller() caller: Caller): Observable<MessageEvent> {
    return this.stream.ofTenant(caller.tenantId).pipe(whileTokenHolds(caller));
  }

  @Get(API_ROUTES.job(':job'))
  @ApiOperation({ summary: 'Get a job in numbers' })
  @ApiParam(JOB_PARAM)
  @ApiOkResponse({ type: JobProgress, description: 'The job, its dates and its numbers.' })
  async job(@CurrentCaller() caller: Caller, @Param('job', EntityKeyPipe) key: EntityKey): Promise<JobProgress> {
    return this.progress.ofJob(await this.jobs.get(caller, key));
  }

  @Get(API_ROUTES.jobPeople(':job'))
  @ApiOperation({ summary: 'List the people of a job in numbers' })
  @ApiParam(JOB_PARAM)
  @ApiOkResponse({ type: PersonProgressCollection, description: 'All people of the job.' })
  async people(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
  ): Promise<PersonProgressCollection> {
    return { value: await this.progress.ofPeople(await this.jobs.get(caller, key), null) };
  }

  @Sse(API_ROUTES.jobChangesOf(':job'))
  @ApiOperation({ summary: 'Follow a job (server-sent events)' })
  @ApiOkResponse({ description: 'The job, then what changes in it.', content: eventsOf(JobChange) })
  @ApiParam(JOB_PARAM)
  async follow(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
  ): Promise<Observable<MessageEvent>> {
    return this.stream.ofJob(await this.jobs.get(caller, key)).pipe(whileTokenHolds(caller));
  }

  @Get(API_ROUTES.jobEvents(':job'))
  @ApiOperation({
    summary: 'List what happened in a job, or follow it (server-sent events)',
    description:
      'A page, newest first; with `after`, oldest first. With `Accept: text/event-stream` every event behind `after`, or ' +
      'behind the `Last-Event-ID` of a client that comes back, then each one as it happens, once and in order.',
  })
  @ApiParam(JOB_PARAM)
  @ApiQuery({
    name: 'top',
    required: false,
    type: 'integer',
    description: 'Events of a page, 1 to 1000; 100 without it.',
  })
  @ApiQuery({ name: 'before', required: false, type: 'integer', description: 'Only events with a smaller number.' })
  @ApiQuery({
    name: 'person',
    required: false,
    description: 'Only what happened to this person. Not together with `after`.',
  })
  @ApiQuery({
    name: 'kind',
    required: false,
    enum: JobEventKind,
    description: 'Only what happened to the job, to whole persons, or to workloads. Not together with `after`.',
  })
  @ApiQuery({
    name: 'about',
    required: false,
    type: String,
    description: 'Only what happened to people whose name or address holds this text. Not together with `after`.',
  })
  @ApiQuery({
    name: 'actor',
    required: false,
    type: String,
    description: 'Only what was asked for by somebody whose name holds this text. Not together with `after`.',
  })
  @ApiQuery({
    name: 'after',
    required: false,
    type: 'integer',
    description: 'Only events with a larger number, oldest first. Not together with `before`.',
  })
  @ApiOkResponse({
    description: 'A page of events, or each event as it happens.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(JobEventCollection) } },
      ...eventsOf(JobEvent),
    },
  })
  async events(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Query('top', new PageNumberPipe('top', 1_000)) top: number | undefined,
    @Query('before', new PageNumberPipe('before', Number.MAX_SAFE_INTEGER)) before: number | undefined,
    @Query('after', AFTER) after: number | undefined,
    @Query('person', new ObjectIdPipe('person')) person: string | undefined,
    @Query('kind', new WordPipe('kind', Object.values(JobEventKind))) kind: JobEventKind | undefined,
    @Query('about', new TextPipe('about')) about: string | undefined,
    @Query('actor', new TextPipe('actor')) actor: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<JobEventCollection> {
    const other = Object.entries({ before, person, kind, about, actor }).find(([, value]) => value !== undefined);
    if (after !== undefined && other !== undefined) {
      throw new BadRequestError(`${other[0]} and after cannot be combined.`, { target: 'after' });
    }
    const criteria = { personId: person, kind, about, actor };
    const job = await this.jobs.get(caller, key);
    const [parameter, page] =
      after === undefined
        ? (['before', await this.progress.eventsOf(job, before ?? null, top ?? PAGE, criteria)] as const)
        : (['after', await this.progress.eventsAfter(job, after, top ?? PAGE)] as const);
    if (page.next === null) return { value: page.value };
    return { value: page.value, nextLink: this.links.continued(request, parameter, String(page.next), []) };
  }

  @Sse(API_ROUTES.jobEvents(':job'))
  @RouteConstraints(EVENT_STREAM_ROUTE)
  @ApiExcludeEndpoint()
  async followEvents(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @LastEvent() lastEvent: number | undefined,
    @Query('after', AFTER) after: number | undefined,
  ): Promise<Observable<MessageEvent>> {
    const job = await this.jobs.get(caller, key);
    return this.eventLog.of(job, lastEvent ?? after ?? 0).pipe(whileTokenHolds(caller));
  }
}

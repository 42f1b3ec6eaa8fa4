import { API_ROUTES, PersonReport, ReportEntryCollection } from '@ferry/contracts';
import { Controller, Get, Header, Headers, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from '../graph/entity-key';
import { GraphLinks } from '../graph/graph-links';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TextPipe } from '../graph/text.pipe';
import { JobsService } from '../jobs/jobs.service';
import { reportAnswer, wantedFormat } from './formats/report-answer';
import { KeptReports } from './kept/kept-reports';
import { AnswersReport } from './report-operation';
import { ReportEntriesService } from './report-entries.service';
import { ReportsService } from './reports.service';

const PAGE = 100;

/** Reports of jobs: of those that are there, and of those that were deleted. */
@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly reports: ReportsService,
    private readonly kept: KeptReports,
    private readonly entries: ReportEntriesService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.jobReport(':job'))
  @Header('Vary', 'Accept')
  @ApiOperation({
    summary: 'Report what became of a job, by person, workload and folder',
    description:
      'As JSON, as CSV with one row for each person, workload and folder, or as PDF for printing. What the target holds is ' +
      'told by the last verification; no tenant is asked for a report.',
  })
  @ApiParam({ name: 'job', description: 'Id of the job, or its display name.' })
  @AnswersReport('What was found, what became of it, and what the last verification found.')
  async report(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Query('format') format: string | undefined,
    @Headers('accept') accept: string | undefined,
  ): Promise<StreamableFile> {
    const wanted = wantedFormat(format, accept);
    return reportAnswer(await this.reports.ofJob(await this.jobs.get(caller, key)), wanted);
  }

  @Get(API_ROUTES.personReport(':job', ':person'))
  @ApiOperation({ summary: 'Report what became of one person of a job, by workload and folder' })
  @ApiParam({ name: 'job', description: 'Id of the job, or its display name.' })
  @ApiParam({ name: 'person', description: 'Object id of the person in the target tenant.' })
  @ApiOkResponse({ type: PersonReport, description: 'What was found, what became of it, and what it passed through.' })
  async person(
    @CurrentCaller() caller: Caller,
    @Param('job', EntityKeyPipe) key: EntityKey,
    @Param('person') personId: string,
  ): Promise<PersonReport> {
    return this.reports.ofPerson(await this.jobs.get(caller, key), personId);
  }

  @Get(API_ROUTES.reports)
  @ApiOperation({ summary: 'List the reports of jobs that are over, and of jobs that were deleted' })
  @ApiQuery({
    name: 'search',
    required: false,
    type: 'string',
    description: 'A part of the name of the job, or of that of its creator.',
  })
  @ApiQuery({
    name: 'top',
    required: false,
    type: 'integer',
    description: 'Reports of a page, 1 to 1000; 100 without it.',
  })
  @ApiQuery({ name: 'skip', required: false, type: 'integer', description: 'How many reports come before the page.' })
  @ApiOkResponse({ type: ReportEntryCollection, description: 'A page of reports, latest ended first.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Query('search', new TextPipe('search')) search: string | undefined,
    @Query('top', new PageNumberPipe('top', 1_000)) top: number | undefined,
    @Query('skip', new PageNumberPipe('skip', 1_000_000, 0)) skip: number | undefined,
    @Req() request: FastifyRequest,
  ): Promise<ReportEntryCollection> {
    const [size, before] = [top ?? PAGE, skip ?? 0];
    const { value, more } = await this.entries.page(caller, search, before, size);
    return more ? { value, nextLink: this.links.continued(request, 'skip', String(before + size), []) } : { value };
  }

  @Get(API_ROUTES.report(':report'))
  @Header('Vary', 'Accept')
  @ApiOperation({ summary: 'Get the report of a deleted job, as JSON, CSV or PDF' })
  @ApiParam({ name: 'report', description: 'Id of the report: that of the job.' })
  @AnswersReport('The report as it was when the job was deleted.')
  async keptReport(
    @CurrentCaller() caller: Caller,
    @Param('report') id: string,
    @Query('format') format: string | undefined,
    @Headers('accept') accept: string | undefined,
  ): Promise<StreamableFile> {
    const wanted = wantedFormat(format, accept);
    return reportAnswer(await this.kept.get(caller, id), wanted);
  }
}

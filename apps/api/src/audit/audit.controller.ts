import { API_ROUTES, AuditAction, AuditEntryCollection, ReportFormat, REPORT_FORMATS } from '@ferry/contracts';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { ServiceClock } from '../clock/service-clock';
import { GraphLinks } from '../graph/graph-links';
import { MomentPipe } from '../graph/moment.pipe';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TextPipe } from '../graph/text.pipe';
import { WordPipe } from '../graph/word.pipe';
import { attachment } from '../reports/formats/file-name';
import { auditCsv } from './audit-csv';
import { decodePosition, encodePosition } from './audit-position';
import { AuditService, type AuditWish } from './audit.service';

const PAGE = 100;
const FORMATS = [ReportFormat.Json, ReportFormat.Csv] as const;

/** The audit of a tenant. */
@ApiTags('audit')
@ApiExtraModels(AuditEntryCollection)
@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly links: GraphLinks,
    private readonly clock: ServiceClock,
  ) {}

  @Get(API_ROUTES.audit)
  @ApiOperation({
    summary: 'List who asked for what in which job, latest first',
    description:
      'From the event log of all jobs of the tenant, without what the engine did by itself; of deleted jobs for as long as ' +
      'their reports are kept. With `format=csv` everything that is meant, as a file.',
  })
  @ApiQuery({ name: 'actor', required: false, description: 'A part of the name of whoever asked.' })
  @ApiQuery({ name: 'job', required: false, description: 'The id of a job, or a part of its name.' })
  @ApiQuery({ name: 'action', required: false, enum: AuditAction, description: 'What was asked for.' })
  @ApiQuery({ name: 'from', required: false, description: 'Only what was asked at this moment or later (ISO 8601).' })
  @ApiQuery({ name: 'before', required: false, description: 'Only what was asked before this moment (ISO 8601).' })
  @ApiQuery({
    name: 'top',
    required: false,
    type: 'integer',
    description: 'Entries of a page, 1 to 1000; 100 without it.',
  })
  @ApiQuery({ name: 'skiptoken', required: false, description: 'Where the page begins; comes with nextLink.' })
  @ApiQuery({ name: 'format', required: false, enum: FORMATS, description: 'The form of the answer; json without it.' })
  @ApiOkResponse({
    description: 'A page of entries, or all of them as CSV.',
    content: {
      [REPORT_FORMATS[ReportFormat.Json]]: { schema: { $ref: getSchemaPath(AuditEntryCollection) } },
      [REPORT_FORMATS[ReportFormat.Csv]]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Query('actor', new TextPipe('actor')) actor: string | undefined,
    @Query('job', new TextPipe('job')) job: string | undefined,
    @Query('action', new WordPipe('action', Object.values(AuditAction))) action: AuditAction | undefined,
    @Query('from', new MomentPipe('from')) from: Date | undefined,
    @Query('before', new MomentPipe('before')) before: Date | undefined,
    @Query('top', new PageNumberPipe('top', 1_000)) top: number | undefined,
    @Query('skiptoken', new TextPipe('skiptoken')) token: string | undefined,
    @Query('format', new WordPipe('format', FORMATS)) format: ReportFormat | undefined,
    @Req() request: FastifyRequest,
  ): Promise<AuditEntryCollection | StreamableFile> {
    const wish: AuditWish = { actor, job, action, from, before };
    if (format === ReportFormat.Csv) return this.file(caller, wish);
    const behind = token === undefined ? null : decodePosition(token);
    const { value, next } = await this.audit.page(caller, wish, behind, top ?? PAGE);
    if (next === null) return { value };
    return { value, nextLink: this.links.continued(request, 'skiptoken', encodePosition(next), []) };
  }

  private file(caller: Caller, wish: AuditWish): StreamableFile {
    const name = `audit ${this.clock.now().toISOString().slice(0, 10)}.csv`;
    return new StreamableFile(Readable.from(auditCsv(this.audit.all(caller, wish)), { objectMode: false }), {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: attachment(name),
    });
  }
}

import { API_ROUTES, ImportedPerson, PeopleImport } from '@ferry/contracts';
import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../auth/caller';
import { CurrentCaller, RequireWrite } from '../../auth/current-caller';
import { customMethodRoute } from '../../graph/custom-method';
import { AcceptStream, streamedBodyOf } from '../../graph/streamed-body';
import { WordPipe } from '../../graph/word.pipe';
import { TENANT_PARAM } from '../../tenants/tenant-param';
import { TenantsService } from '../../tenants/tenants.service';
import { importTemplate } from './import-columns';
import { IMPORT_TYPES, PeopleImportService } from './people-import.service';

const FLAGS = ['true', 'false'] as const;

/** People as files. */
@ApiTags('tenants')
@Controller()
export class PeopleImportController {
  constructor(
    private readonly imports: PeopleImportService,
    private readonly tenants: TenantsService,
  ) {}

  @Post(customMethodRoute(API_ROUTES.peopleImport(':tenant')))
  @RequireWrite()
  @HttpCode(200)
  @AcceptStream(...Object.values(IMPORT_TYPES))
  @ApiOperation({ summary: 'Bring people in, or change those who are there, from CSV or JSON' })
  @ApiParam(TENANT_PARAM)
  @ApiQuery({
    name: 'dryRun',
    required: false,
    enum: FLAGS,
    description: 'Say what would become of each row, and write nothing.',
  })
  @ApiConsumes(...Object.values(IMPORT_TYPES))
  @ApiBody({ schema: { type: 'array', items: { $ref: getSchemaPath(ImportedPerson) } } })
  @ApiOkResponse({ type: PeopleImport, description: 'What became of each row.' })
  async import(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Query('dryRun', new WordPipe('dryRun', FLAGS)) dryRun: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PeopleImport> {
    return this.imports.import(caller.tenantId, tenantId, streamedBodyOf(request), dryRun === 'true');
  }

  @Get(customMethodRoute(API_ROUTES.peopleTemplate(':tenant')))
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  @ApiOperation({ summary: 'Get a CSV file with the columns of an import, to be filled in' })
  @ApiParam(TENANT_PARAM)
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The titles of the columns, and one row to be replaced.', schema: { type: 'string' } })
  async template(@CurrentCaller() caller: Caller, @Param('tenant') tenantId: string): Promise<string> {
    await this.tenants.require(caller.tenantId, tenantId);
    return importTemplate();
  }
}

import { API_ROUTES, ErrorEntry, ErrorEntryCollection, Fixer, Workload, WORKLOADS } from '@ferry/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { WordPipe } from '../graph/word.pipe';
import { ErrorsService } from './errors.service';

const SERVICE = new WordPipe('service', WORKLOADS);
const SERVICE_QUERY = { name: 'service', required: false, enum: Workload, enumName: 'Workload' } as const;

/** What error codes mean. */
@ApiTags('errors')
@Controller()
export class ErrorsController {
  constructor(private readonly errors: ErrorsService) {}

  @Get(API_ROUTES.errors)
  @ApiOperation({ summary: 'List the error codes with their explanations' })
  @ApiQuery({ ...SERVICE_QUERY, description: 'Only codes that can stand at this workload, in their words there.' })
  @ApiQuery({
    name: 'who',
    required: false,
    enum: Fixer,
    enumName: 'Fixer',
    description: 'Only codes that this person can mend.',
  })
  @ApiOkResponse({ type: ErrorEntryCollection, description: 'The entries.' })
  list(
    // By its element type: an enumeration here would be taken for a class by which the query is validated.
    @Query('service', SERVICE) service: (typeof WORKLOADS)[number] | undefined,
    @Query('who', new WordPipe('who', Object.values(Fixer))) who: Fixer | undefined,
  ): ErrorEntryCollection {
    return { value: this.errors.list({ service, who }) };
  }

  @Get(API_ROUTES.error(':code'))
  @ApiOperation({ summary: 'Explain an error code' })
  @ApiParam({ name: 'code', description: 'The code, spelled as in the answer that has it.' })
  @ApiQuery({
    ...SERVICE_QUERY,
    description: 'The workload that the code stands at; meetings have texts of their own.',
  })
  @ApiOkResponse({ type: ErrorEntry, description: 'What the code means.' })
  get(
    @Param('code') code: string,
    @Query('service', SERVICE) service: (typeof WORKLOADS)[number] | undefined,
  ): ErrorEntry {
    return this.errors.get(code, service);
  }
}

import { BatchRequest, BatchResponse, GRAPH_ROUTES } from '@ferry/contracts';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BatchService } from './batch.service';

/**
 * Several requests of the contract in one (contract page 5.8). What each of them may do is asked when it is sent, and
 * what it prefers or wants to know stands in it: the answer to the batch is never cut or annotated.
 */
@ApiTags('$batch')
@Controller(GRAPH_ROUTES.batch)
export class BatchController {
  constructor(private readonly batches: BatchService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send several requests in one',
    description:
      'Answers 200 when the batch could be read, whatever became of its requests: each has its own status. Permissions ' +
      'are checked request by request.',
  })
  @ApiBody({ type: BatchRequest, description: 'Up to 20 requests.' })
  @ApiOkResponse({ type: BatchResponse, description: 'The answers to the requests.' })
  answer(@Req() request: FastifyRequest): Promise<BatchResponse> {
    return this.batches.answer(request);
  }
}

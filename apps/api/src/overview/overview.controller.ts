import { API_ROUTES, Overview } from '@ferry/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { NoParameters } from '../graph/no-parameters';
import { OverviewService } from './overview.service';

/** What a tenant has to know now. */
@ApiTags('progress')
@Controller()
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get(API_ROUTES.overview)
  @NoParameters()
  @ApiOperation({ summary: 'Get what needs a person, what runs, and the next cutovers' })
  @ApiOkResponse({ type: Overview, description: 'What the tenant has to know at this moment.' })
  async get(@CurrentCaller() caller: Caller): Promise<Overview> {
    return this.overview.of(caller.tenantId);
  }
}

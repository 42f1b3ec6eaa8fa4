import { API_ROUTES, Preflight, RunPreflight } from '@ferry/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { PreflightService } from './preflight.service';

/** Checks before any job exists. */
@ApiTags('tenants')
@Controller()
export class PreflightController {
  constructor(private readonly preflight: PreflightService) {}

  @Post(API_ROUTES.preflight(':tenant'))
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Make all checks for people before any job exists, and compare them with the time before' })
  @ApiParam(TENANT_PARAM)
  @ApiBody({ type: RunPreflight })
  @ApiOkResponse({ type: Preflight, description: 'What was found.' })
  run(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Body() body: RunPreflight,
  ): Promise<Preflight> {
    return this.preflight.run(caller, tenantId, body);
  }
}

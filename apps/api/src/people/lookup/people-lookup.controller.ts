import { API_ROUTES, LookUpPeople, PeopleLookup } from '@ferry/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../auth/caller';
import { CurrentCaller } from '../../auth/current-caller';
import { customMethodRoute } from '../../graph/custom-method';
import { TENANT_PARAM } from '../../tenants/tenant-param';
import { PeopleLookupService } from './people-lookup.service';

/** People by many names at once, as lists and files have them. It is a POST because an address holds only a few. */
@ApiTags('tenants')
@Controller()
export class PeopleLookupController {
  constructor(private readonly lookups: PeopleLookupService) {}

  @Post(customMethodRoute(API_ROUTES.peopleLookup(':tenant')))
  @HttpCode(200)
  @ApiOperation({ summary: 'Find people by object ids and addresses, with the job that each is in' })
  @ApiParam(TENANT_PARAM)
  @ApiBody({ type: LookUpPeople })
  @ApiOkResponse({ type: PeopleLookup, description: 'Whom each name fits.' })
  lookUp(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Body() { names }: LookUpPeople,
  ): Promise<PeopleLookup> {
    return this.lookups.lookUp(caller.tenantId, tenantId, names);
  }
}

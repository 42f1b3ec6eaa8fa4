import { API_ROUTES, ConnectionTest, TestConnection } from '@ferry/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { customMethodRoute } from '../graph/custom-method';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { ConnectionTestsService } from './connection-tests.service';

/** Tries connections. They use the secrets that are kept, so a permission to change things is needed. */
@ApiTags('tenants')
@Controller()
export class ConnectionTestsController {
  constructor(private readonly tests: ConnectionTestsService) {}

  @Post(customMethodRoute(API_ROUTES.tenantEndpointTest(':tenant', ':name')))
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Try how the source tenant of an endpoint is reached, as a given person' })
  @ApiParam(TENANT_PARAM)
  @ApiParam({ name: 'name', description: 'Name of the endpoint.' })
  @ApiBody({ type: TestConnection })
  @ApiOkResponse({ type: ConnectionTest, description: 'What came of each step.' })
  ofEndpoint(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
    @Body() { personId }: TestConnection,
  ): Promise<ConnectionTest> {
    return this.tests.ofEndpoint(caller.tenantId, tenantId, name, personId);
  }

  @Post(customMethodRoute(API_ROUTES.tenantServiceTest(':tenant', ':service')))
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Try how a workload of a tenant is reached, as a given person' })
  @ApiParam(TENANT_PARAM)
  @ApiParam({ name: 'service', description: 'The workload.' })
  @ApiBody({ type: TestConnection })
  @ApiOkResponse({ type: ConnectionTest, description: 'What came of each step.' })
  ofService(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('service') service: string,
    @Body() { personId }: TestConnection,
  ): Promise<ConnectionTest> {
    return this.tests.ofService(caller.tenantId, tenantId, service, personId);
  }
}

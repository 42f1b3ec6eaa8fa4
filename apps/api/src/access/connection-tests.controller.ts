import { API_ROUTES, ConnectionTest, TestConnection } from '@ferry/contracts';
import { Body, Controller, HttpCode, type MessageEvent, Param, Post, RequestMethod, Sse } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { customMethodRoute } from '../graph/custom-method';
import { EVENT_STREAM_ROUTE } from '../graph/event-stream-route';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { ConnectionTestsService, type ReadyTest } from './connection-tests.service';
import { followedTest } from './followed-test';

const OF_ENDPOINT = customMethodRoute(API_ROUTES.tenantEndpointTest(':tenant', ':name'));
const OF_SERVICE = customMethodRoute(API_ROUTES.tenantServiceTest(':tenant', ':service'));
const POST = { method: RequestMethod.POST } as const;
const FOLLOWED =
  'With `Accept: text/event-stream` each step as it is tried: `begin` with its name, `step` with what came of it, and ' +
  '`result` with the answer at the end.';
const STEPS = {
  description: 'What came of each step.',
  content: {
    'application/json': { schema: { $ref: getSchemaPath(ConnectionTest) } },
    'text/event-stream': { schema: { $ref: getSchemaPath(ConnectionTest) } },
  },
} as const;

/** Tries connections. They use the secrets that are kept, so a permission to change things is needed. */
@ApiTags('tenants')
@Controller()
export class ConnectionTestsController {
  constructor(private readonly tests: ConnectionTestsService) {}

  @Post(OF_ENDPOINT)
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try how the source tenant of an endpoint is reached, as a given person',
    description: FOLLOWED,
  })
  @ApiParam(TENANT_PARAM)
  @ApiParam({ name: 'name', description: 'Name of the endpoint.' })
  @ApiBody({ type: TestConnection })
  @ApiOkResponse(STEPS)
  async ofEndpoint(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
    @Body() { personId }: TestConnection,
  ): Promise<ConnectionTest> {
    return unwatched(await this.tests.ofEndpoint(caller.tenantId, tenantId, name, personId));
  }

  @Sse(OF_ENDPOINT, POST)
  @RouteConstraints(EVENT_STREAM_ROUTE)
  @RequireWrite()
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async followEndpoint(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
    @Body() { personId }: TestConnection,
  ): Promise<Observable<MessageEvent>> {
    return followedTest(await this.tests.ofEndpoint(caller.tenantId, tenantId, name, personId));
  }

  @Post(OF_SERVICE)
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Try how a workload of a tenant is reached, as a given person', description: FOLLOWED })
  @ApiParam(TENANT_PARAM)
  @ApiParam({ name: 'service', description: 'The workload.' })
  @ApiBody({ type: TestConnection })
  @ApiOkResponse(STEPS)
  async ofService(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('service') service: string,
    @Body() { personId }: TestConnection,
  ): Promise<ConnectionTest> {
    return unwatched(await this.tests.ofService(caller.tenantId, tenantId, service, personId));
  }

  @Sse(OF_SERVICE, POST)
  @RouteConstraints(EVENT_STREAM_ROUTE)
  @RequireWrite()
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async followService(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('service') service: string,
    @Body() { personId }: TestConnection,
  ): Promise<Observable<MessageEvent>> {
    return followedTest(await this.tests.ofService(caller.tenantId, tenantId, service, personId));
  }
}

function unwatched(test: ReadyTest): Promise<ConnectionTest> {
  return test({ begins: () => undefined, ends: () => undefined }, new AbortController().signal);
}

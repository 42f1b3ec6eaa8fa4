import {
  API_ROUTES,
  MigrationEndpoint,
  MigrationEndpointCollection,
  RegisterMigrationEndpoint,
  UpdateMigrationEndpoint,
} from '@ferry/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { GraphLinks } from '../graph/graph-links';
import { NoParameters } from '../graph/no-parameters';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { EndpointsService } from './endpoints.service';

const NAME_PARAM = { name: 'name', description: 'Name of the endpoint.' } as const;

/** The migration endpoints of a tenant. */
@ApiTags('tenants')
@Controller()
export class EndpointsController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.tenantEndpoints(':tenant'))
  @ApiOperation({ summary: 'List the migration endpoints of a tenant' })
  @ApiParam(TENANT_PARAM)
  @ApiOkResponse({ type: MigrationEndpointCollection, description: 'The endpoints.' })
  async list(@CurrentCaller() caller: Caller, @Param('tenant') tenantId: string): Promise<MigrationEndpointCollection> {
    return { value: await this.endpoints.list(caller.tenantId, tenantId) };
  }

  @Post(API_ROUTES.tenantEndpoints(':tenant'))
  @RequireWrite()
  @ApiOperation({ summary: 'Register a migration endpoint at the tenant of the caller' })
  @ApiParam(TENANT_PARAM)
  @ApiBody({ type: RegisterMigrationEndpoint })
  @ApiCreatedResponse({ type: MigrationEndpoint, description: 'The endpoint was registered.' })
  async register(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Body() body: RegisterMigrationEndpoint,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MigrationEndpoint> {
    const endpoint = await this.endpoints.register(caller.tenantId, tenantId, body);
    const path = API_ROUTES.tenantEndpoint(caller.tenantId, encodeURIComponent(endpoint.name));
    void reply.header('location', this.links.location(request, path));
    return endpoint;
  }

  @Get(API_ROUTES.tenantEndpoint(':tenant', ':name'))
  @ApiOperation({ summary: 'Get a migration endpoint' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(NAME_PARAM)
  @ApiOkResponse({ type: MigrationEndpoint, description: 'The endpoint.' })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
  ): Promise<MigrationEndpoint> {
    return this.endpoints.get(caller.tenantId, tenantId, name);
  }

  @Patch(API_ROUTES.tenantEndpoint(':tenant', ':name'))
  @RequireWrite()
  @ApiOperation({ summary: 'Change how a source tenant is reached, and what the endpoint allows' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(NAME_PARAM)
  @ApiBody({ type: UpdateMigrationEndpoint })
  @ApiOkResponse({ type: MigrationEndpoint, description: 'The endpoint as it is now.' })
  async update(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
    @Body() body: UpdateMigrationEndpoint,
  ): Promise<MigrationEndpoint> {
    return this.endpoints.update(caller.tenantId, tenantId, name, body);
  }

  @Delete(API_ROUTES.tenantEndpoint(':tenant', ':name'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a migration endpoint that no job uses' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(NAME_PARAM)
  @ApiNoContentResponse({ description: 'The endpoint is forgotten, with its secrets.' })
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('name') name: string,
  ): Promise<void> {
    await this.endpoints.remove(caller.tenantId, tenantId, name);
  }
}

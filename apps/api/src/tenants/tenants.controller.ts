import { API_ROUTES, RegisterTenant, Tenant, TenantCollection, UpdateTenant } from '@ferry/contracts';
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
import { TENANT_PARAM } from './tenant-param';
import { TenantsService } from './tenants.service';

/** The tenants that the caller's tenant knows. */
@ApiTags('tenants')
@Controller()
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.tenants)
  @ApiOperation({ summary: "List the caller's tenant and those that it has registered as sources" })
  @ApiOkResponse({ type: TenantCollection, description: 'The tenants.' })
  async list(@CurrentCaller() caller: Caller): Promise<TenantCollection> {
    return { value: await this.tenants.visibleTo(caller.tenantId) };
  }

  @Post(API_ROUTES.tenants)
  @RequireWrite()
  @ApiOperation({ summary: "Register the caller's own tenant, or one that content can come from" })
  @ApiBody({ type: RegisterTenant })
  @ApiCreatedResponse({ type: Tenant, description: 'The tenant was registered.' })
  async register(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterTenant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Tenant> {
    const tenant = await this.tenants.register(caller.tenantId, body);
    void reply.header('location', this.links.location(request, API_ROUTES.tenant(tenant.id)));
    return tenant;
  }

  @Get(API_ROUTES.tenant(':tenant'))
  @ApiOperation({ summary: 'Get a tenant' })
  @ApiParam(TENANT_PARAM)
  @ApiOkResponse({ type: Tenant, description: 'The tenant.' })
  async get(@CurrentCaller() caller: Caller, @Param('tenant') tenantId: string): Promise<Tenant> {
    return this.tenants.get(caller.tenantId, tenantId);
  }

  @Patch(API_ROUTES.tenant(':tenant'))
  @RequireWrite()
  @ApiOperation({ summary: 'Change a tenant, or how its workloads are reached' })
  @ApiParam(TENANT_PARAM)
  @ApiBody({ type: UpdateTenant })
  @ApiOkResponse({ type: Tenant, description: 'The tenant as it is now.' })
  async update(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Body() body: UpdateTenant,
  ): Promise<Tenant> {
    return this.tenants.update(caller.tenantId, tenantId, body);
  }

  @Delete(API_ROUTES.tenant(':tenant'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a tenant that nothing depends on' })
  @ApiParam(TENANT_PARAM)
  @ApiNoContentResponse({ description: 'The tenant is forgotten, with its secrets.' })
  async remove(@CurrentCaller() caller: Caller, @Param('tenant') tenantId: string): Promise<void> {
    await this.tenants.remove(caller.tenantId, tenantId);
  }
}

import {
  API_ROUTES,
  MigrationEndpointCollection,
  PersonCollection,
  PersonItemCollection,
  TenantCollection,
  Workload,
  type WORKLOADS,
} from '@ferry/contracts';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { GraphLinks } from '../graph/graph-links';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { PersonItemsService } from './person-items.service';
import { SearchPipe } from './search.pipe';
import { TenantsService } from './tenants.service';
import { WorkloadPipe } from './workload.pipe';

const TENANT_PARAM = { name: 'tenant', description: 'GUID of the tenant.' } as const;
const TOP_QUERY = {
  name: 'top',
  required: false,
  type: 'integer',
  description: 'Objects of a page, 1 to 999; 100 without it.',
} as const;
const TOKEN_QUERY = {
  name: 'skiptoken',
  required: false,
  type: 'string',
  description: 'Where the page begins; comes with nextLink.',
} as const;
const PAGE = 100;

/** Tenants, their endpoints, their people and what these have. */
@ApiTags('tenants')
@Controller()
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly items: PersonItemsService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.tenants)
  @ApiOperation({ summary: "List the caller's tenant and those it can migrate from" })
  @ApiOkResponse({ type: TenantCollection, description: 'The tenants.' })
  async list(@CurrentCaller() caller: Caller): Promise<TenantCollection> {
    return { value: await this.tenants.visibleTo(caller.tenantId) };
  }

  @Get(API_ROUTES.tenantEndpoints(':tenant'))
  @ApiOperation({ summary: 'List the migration endpoints of a tenant' })
  @ApiParam(TENANT_PARAM)
  @ApiOkResponse({ type: MigrationEndpointCollection, description: 'The endpoints.' })
  async endpoints(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
  ): Promise<MigrationEndpointCollection> {
    await this.tenants.requireVisible(caller.tenantId, tenantId.toLowerCase());
    return { value: await this.tenants.endpoints(tenantId.toLowerCase()) };
  }

  @Get(API_ROUTES.tenantPeople(':tenant'))
  @ApiOperation({ summary: 'List the people of a tenant by name' })
  @ApiParam(TENANT_PARAM)
  @ApiQuery({ name: 'search', required: false, type: 'string', description: 'Part of a name or an address.' })
  @ApiQuery(TOP_QUERY)
  @ApiQuery(TOKEN_QUERY)
  @ApiOkResponse({ type: PersonCollection, description: 'A page of people.' })
  async people(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Query('search', SearchPipe) search: string | undefined,
    @Query('top', new PageNumberPipe('top', 999)) top: number | undefined,
    @Query('skiptoken') token: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PersonCollection> {
    await this.tenants.requireVisible(caller.tenantId, tenantId.toLowerCase());
    const page = await this.tenants.people(tenantId.toLowerCase(), search ?? null, token ?? null, top ?? PAGE);
    return { value: [...page.value], ...this.next(request, page.next) };
  }

  @Get('api/v1/tenants/:tenant/people/:person/items')
  @ApiOperation({ summary: 'List what a person has in a workload' })
  @ApiParam(TENANT_PARAM)
  @ApiParam({ name: 'person', description: 'Object id of the person in that tenant.' })
  @ApiQuery({ name: 'service', enum: Workload, enumName: 'Workload', description: 'The workload.' })
  @ApiQuery(TOP_QUERY)
  @ApiQuery(TOKEN_QUERY)
  @ApiOkResponse({ type: PersonItemCollection, description: 'A page of items.' })
  async personItems(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('person') personId: string,
    // By its element type: an enumeration here would be taken for a class by which the query is validated.
    @Query('service', WorkloadPipe) service: (typeof WORKLOADS)[number],
    @Query('top', new PageNumberPipe('top', 999)) top: number | undefined,
    @Query('skiptoken') token: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PersonItemCollection> {
    await this.tenants.requireVisible(caller.tenantId, tenantId.toLowerCase());
    const owner = { tenantId: tenantId.toLowerCase(), personId: personId.toLowerCase(), service };
    const page = await this.items.page(owner, token ?? null, top ?? PAGE);
    return { value: page.items, count: page.count, ...this.next(request, page.next) };
  }

  private next(request: FastifyRequest, token: string | null): { nextLink?: string } {
    return token === null ? {} : { nextLink: this.links.continued(request, 'skiptoken', token, []) };
  }
}

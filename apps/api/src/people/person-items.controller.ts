import { PersonItemCollection, Workload, type WORKLOADS } from '@ferry/contracts';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { GraphLinks } from '../graph/graph-links';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { PERSON_PARAM, TOKEN_QUERY, TOP_QUERY, USUAL_PAGE } from './page-parameters';
import { PersonItemsService } from './person-items.service';
import { WorkloadPipe } from './workload.pipe';

/** What people have. */
@ApiTags('tenants')
@Controller()
export class PersonItemsController {
  constructor(
    private readonly items: PersonItemsService,
    private readonly links: GraphLinks,
  ) {}

  @Get('api/v1/tenants/:tenant/people/:person/items')
  @ApiOperation({ summary: 'List what a person has in a workload' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiQuery({ name: 'service', enum: Workload, enumName: 'Workload', description: 'The workload.' })
  @ApiQuery(TOP_QUERY)
  @ApiQuery(TOKEN_QUERY)
  @ApiOkResponse({ type: PersonItemCollection, description: 'A page of items.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('person') personId: string,
    // By its element type: an enumeration here would be taken for a class by which the query is validated.
    @Query('service', WorkloadPipe) service: (typeof WORKLOADS)[number],
    @Query('top', new PageNumberPipe('top', 999)) top: number | undefined,
    @Query('skiptoken') token: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PersonItemCollection> {
    const owner = { tenantId, personId: personId.toLowerCase(), service };
    const page = await this.items.page(caller.tenantId, owner, token ?? null, top ?? USUAL_PAGE);
    return {
      value: page.items,
      count: page.count,
      ...(page.next === null ? {} : { nextLink: this.links.continued(request, 'skiptoken', page.next, []) }),
    };
  }
}

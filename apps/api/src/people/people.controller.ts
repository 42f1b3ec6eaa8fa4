import { API_ROUTES, PeopleFigures, Person, PersonCollection } from '@ferry/contracts';
import { Controller, Delete, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequireWrite } from '../auth/current-caller';
import { customMethodRoute } from '../graph/custom-method';
import { GraphLinks } from '../graph/graph-links';
import { NoParameters } from '../graph/no-parameters';
import { PageNumberPipe } from '../graph/page-number.pipe';
import { TextPipe } from '../graph/text.pipe';
import { TENANT_PARAM } from '../tenants/tenant-param';
import { PERSON_PARAM, TOKEN_QUERY, TOP_QUERY, USUAL_PAGE } from './page-parameters';
import { PeopleService } from './people.service';

/** The people of a tenant. */
@ApiTags('tenants')
@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly links: GraphLinks,
  ) {}

  @Get(API_ROUTES.tenantPeople(':tenant'))
  @ApiOperation({ summary: 'List the people of a tenant by name' })
  @ApiParam(TENANT_PARAM)
  @ApiQuery({
    name: 'search',
    required: false,
    type: 'string',
    description: 'Part of a name, of an address in either tenant, or of a login.',
  })
  @ApiQuery(TOP_QUERY)
  @ApiQuery(TOKEN_QUERY)
  @ApiOkResponse({ type: PersonCollection, description: 'A page of people.' })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Query('search', new TextPipe('search')) search: string | undefined,
    @Query('top', new PageNumberPipe('top', 999)) top: number | undefined,
    @Query('skiptoken') token: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PersonCollection> {
    const size = top ?? USUAL_PAGE;
    const page = await this.people.page(caller.tenantId, tenantId, search ?? null, token ?? null, size);
    return {
      value: [...page.value],
      ...(page.next === null ? {} : { nextLink: this.links.continued(request, 'skiptoken', page.next, []) }),
    };
  }

  @Get(customMethodRoute(API_ROUTES.peopleSummary(':tenant')))
  @ApiOperation({ summary: 'Get the people of a tenant in numbers' })
  @ApiParam(TENANT_PARAM)
  @ApiOkResponse({ type: PeopleFigures, description: 'How many people meet what the checks look at.' })
  async figures(@CurrentCaller() caller: Caller, @Param('tenant') tenantId: string): Promise<PeopleFigures> {
    return this.people.figures(caller.tenantId, tenantId);
  }

  @Get(API_ROUTES.tenantPerson(':tenant', ':person'))
  @ApiOperation({ summary: 'Get a person of a tenant' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiOkResponse({ type: Person, description: 'The person.' })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('person') personId: string,
  ): Promise<Person> {
    return this.people.get(caller.tenantId, tenantId, personId);
  }

  @Delete(API_ROUTES.tenantPerson(':tenant', ':person'))
  @NoParameters()
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a person of a tenant' })
  @ApiParam(TENANT_PARAM)
  @ApiParam(PERSON_PARAM)
  @ApiNoContentResponse({ description: 'The person is forgotten, with the credentials.' })
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('tenant') tenantId: string,
    @Param('person') personId: string,
  ): Promise<void> {
    await this.people.remove(caller.tenantId, tenantId, personId);
  }
}

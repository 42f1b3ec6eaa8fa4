import { API_ROUTES, Session } from '@ferry/contracts';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../config/config';
import { ServiceClock } from '../clock/service-clock';
import { TenantsService } from '../tenants/tenants.service';
import type { Caller } from './caller';
import { CurrentCaller } from './current-caller';

@ApiTags('Session')
@ApiBearerAuth()
@Controller()
export class SessionController {
  constructor(
    @Inject(TenantsService) private readonly tenants: TenantsService,
    @Inject(ServiceClock) private readonly clock: ServiceClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(API_ROUTES.session)
  @ApiOperation({ summary: 'Who am I', description: 'Who the caller is, in which tenant, and what they may do.' })
  @ApiOkResponse({ type: Session, description: 'The session of the caller.' })
  async session(@CurrentCaller() { displayName, actor, tenantId, canWrite }: Caller): Promise<Session> {
    const tenant = await this.tenants.own(tenantId);
    const { sandbox, maxResourcesPerJob } = this.config;
    return { displayName, actor, tenant, canWrite, sandbox, maxResourcesPerJob, now: this.clock.now() };
  }
}

import { AdvanceSandboxClock, API_ROUTES, SandboxClock } from '@ferry/contracts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequireWrite } from '../../auth/current-caller';
import { ServiceClock } from '../../clock/service-clock';
import { ClockControl } from './clock-control';

/** What can be driven in a rehearsal; there is no such address outside of the sandbox. */
@ApiTags('sandbox')
@Controller(API_ROUTES.sandboxClock)
export class SandboxControlController {
  constructor(
    private readonly clock: ServiceClock,
    private readonly control: ClockControl,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read the clock of the sandbox' })
  @ApiOkResponse({ type: SandboxClock, description: 'The clock.' })
  read(): SandboxClock {
    return { now: this.clock.now(), aheadSeconds: Math.round(this.clock.ahead / 1_000) };
  }

  @Post()
  @RequireWrite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Move the clock of the sandbox ahead' })
  @ApiOkResponse({ type: SandboxClock, description: 'The clock as it is now.' })
  async advance(@Body() body: AdvanceSandboxClock): Promise<SandboxClock> {
    await this.control.advance(body.seconds * 1_000);
    return this.read();
  }
}

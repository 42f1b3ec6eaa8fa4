import { API_ROUTES, DriveSandboxTroubles, SandboxTroubleCollection } from '@ferry/contracts';
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../auth/caller';
import { CurrentCaller, RequireWrite } from '../../auth/current-caller';
import { TroubleControl } from './trouble-control';

/** What is to go wrong in a rehearsal; there is no such address outside of the sandbox. */
@ApiTags('sandbox')
@Controller(API_ROUTES.sandboxTroubles)
export class SandboxTroublesController {
  constructor(private readonly control: TroubleControl) {}

  @Get()
  @ApiOperation({ summary: 'List what is to go wrong in the sandbox' })
  @ApiOkResponse({ type: SandboxTroubleCollection, description: 'The troubles of the tenant.' })
  async list(@CurrentCaller() caller: Caller): Promise<SandboxTroubleCollection> {
    return { value: await this.control.list(caller.tenantId) };
  }

  @Put()
  @RequireWrite()
  @ApiOperation({ summary: 'Say what is to go wrong in the sandbox, instead of all that was to before' })
  @ApiOkResponse({ type: SandboxTroubleCollection, description: 'The troubles of the tenant as they are now.' })
  async drive(@CurrentCaller() caller: Caller, @Body() body: DriveSandboxTroubles): Promise<SandboxTroubleCollection> {
    return { value: await this.control.drive(caller.tenantId, body.value) };
  }

  @Delete()
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Let nothing go wrong in the sandbox but what its people are seeded with' })
  @ApiNoContentResponse({ description: 'Nothing is driven any more.' })
  clear(@CurrentCaller() caller: Caller): Promise<void> {
    return this.control.clear(caller.tenantId);
  }
}

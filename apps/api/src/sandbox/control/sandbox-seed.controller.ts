import { API_ROUTES } from '@ferry/contracts';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequireWrite } from '../../auth/current-caller';
import { SandboxSeed } from './sandbox-seed';

/** Brings back what somebody has deleted; there is no such address outside of the sandbox. */
@ApiTags('sandbox')
@Controller(API_ROUTES.sandboxSeed)
export class SandboxSeedController {
  constructor(private readonly seed: SandboxSeed) {}

  @Post()
  @RequireWrite()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Bring back the tenants, endpoints and people of the sandbox; what was added to them stays',
  })
  @ApiNoContentResponse({ description: 'They are there as at the start.' })
  async bringBack(): Promise<void> {
    await this.seed.plant();
  }
}

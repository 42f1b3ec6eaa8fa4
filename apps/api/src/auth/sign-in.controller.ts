import { API_ROUTES, SignInSettings } from '@ferry/contracts';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { GraphLinks } from '../graph/graph-links';
import { Public } from './current-caller';
import { TokenVerifier } from './token-verifier';

@ApiTags('Session')
@Controller()
export class SignInController {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(GraphLinks) private readonly links: GraphLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get(API_ROUTES.signIn)
  @ApiOperation({
    summary: 'How to sign in',
    description: 'What a public client needs for the authorization code flow with PKCE.',
  })
  @ApiOkResponse({ type: SignInSettings, description: 'How to sign in.' })
  async signIn(@Req() request: FastifyRequest): Promise<SignInSettings> {
    const { authorizationEndpoint, tokenEndpoint } = await this.verifier.endpoints(this.links.origin(request));
    const { authClientId: clientId, authScope: scope, sandbox } = this.config;
    return { authorizationEndpoint, tokenEndpoint, clientId, scope, sandbox };
  }
}

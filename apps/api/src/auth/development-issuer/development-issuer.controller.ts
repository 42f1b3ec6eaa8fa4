import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/config';
import { isLoopback } from '../../config/loopback';
import { BadRequestError, NotFoundError } from '../../graph/graph-http-error';
import { GraphLinks } from '../../graph/graph-links';
import { Public } from '../current-caller';
import { readAuthorizeRequest, withQuery } from './authorize-request';
import { DevelopmentIssuer, type TokenAnswer } from './development-issuer';
import { endpointsAt } from './development-token-verifier';
import { OAuthErrorFilter } from './oauth-error';
import { signInErrorPage, signInPage } from './sign-in-page';
import { readTokenRequest } from './token-request';

/** Query parameter that our sign-in page adds to say who was chosen. */
const CHOSEN = 'ferry_sign_in';

/** The addresses of the development issuer. They exist in sandbox mode only. */
@ApiExcludeController()
@Public()
@Controller(':tenant')
export class DevelopmentIssuerController {
  constructor(
    @Inject(DevelopmentIssuer) private readonly issuer: DevelopmentIssuer,
    @Inject(GraphLinks) private readonly links: GraphLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('v2.0/.well-known/openid-configuration')
  discovery(@Param('tenant') tenant: string, @Req() request: FastifyRequest): object {
    const origin = this.originOf(tenant, request);
    const { authorizationEndpoint, tokenEndpoint } = endpointsAt(origin, tenant);
    return {
      issuer: `${origin}/${tenant === 'common' ? '{tenantid}' : tenant}/v2.0`,
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
      jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'client_credentials'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'profile', ...this.config.authAudiences.map((audience) => `${audience}/.default`)],
    };
  }

  @Get('discovery/v2.0/keys')
  keys(@Param('tenant') tenant: string, @Req() request: FastifyRequest): object {
    this.originOf(tenant, request);
    return this.issuer.keys();
  }

  @Get('oauth2/v2.0/authorize')
  async authorize(
    @Param('tenant') tenant: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const origin = this.originOf(tenant, request);
    const address = new URL(request.originalUrl, origin);
    const { authClientId: clientId, authAudiences: audiences } = this.config;
    const decision = readAuthorizeRequest(address.searchParams, { clientId, audiences, origin });
    void reply.header('cache-control', 'no-store');
    if (decision.kind === 'redirectError') return void reply.redirect(decision.location, HttpStatus.FOUND);
    void reply.type('text/html; charset=utf-8');
    if (decision.kind === 'pageError') return void reply.code(400).send(signInErrorPage(decision.message));
    const people = this.issuer.people(tenant);
    const chosen = people.find(({ upn }) => upn === address.searchParams.get(CHOSEN));
    if (chosen === undefined) {
      const choices = people.map((person) => ({
        person,
        address: addressWith(address, person.upn),
      }));
      return void reply.send(signInPage(choices));
    }
    const { redirectUri, state } = decision.request;
    const code = this.issuer.authorize(decision.request, chosen);
    return void reply.redirect(withQuery(redirectUri, { code, state }), HttpStatus.FOUND);
  }

  @Post('oauth2/v2.0/token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  @UseFilters(OAuthErrorFilter)
  token(@Param('tenant') tenant: string, @Req() request: FastifyRequest, @Body() form: unknown): Promise<TokenAnswer> {
    const origin = this.originOf(tenant, request);
    const asked = readTokenRequest(form, request.headers.authorization, this.config.authAudiences);
    return this.issuer.token(origin, tenant, asked);
  }

  /**
   * Our origin as the client sees it. Another name than ours means that a page elsewhere had its name point to this
   * machine, to fetch a token from inside a browser.
   */
  private originOf(tenant: string, request: FastifyRequest): string {
    if (!this.issuer.serves(tenant)) throw new NotFoundError(`There is no issuer for the tenant '${tenant}'.`);
    if (this.config.publicUrl === null && !isLoopback(request.hostname)) {
      throw new BadRequestError(`The development issuer does not answer under the name '${request.hostname}'.`);
    }
    return this.links.origin(request);
  }
}

/** The relative address of the same request with somebody chosen. */
function addressWith(address: URL, upn: string): string {
  const chosen = new URL(address);
  chosen.searchParams.set(CHOSEN, upn);
  return chosen.pathname + chosen.search;
}

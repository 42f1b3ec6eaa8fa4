import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Config } from '../config/config';
import { BearerAuthentication } from './bearer-authentication';
import { CallerLimit } from './caller-limit';
import { CallerGuard } from './caller.guard';
import { DevelopmentIssuer } from './development-issuer/development-issuer';
import { DevelopmentIssuerController } from './development-issuer/development-issuer.controller';
import { DevelopmentTokenVerifier } from './development-issuer/development-token-verifier';
import { SigningKey } from './development-issuer/signing-key';
import { IssuerTokenVerifier } from './issuer/issuer-token-verifier';
import { SignInController } from './sign-in.controller';
import { TokenVerifier } from './token-verifier';
import { VerifiedCallers } from './verified-callers';

/** Guards every handler that is not public, by the configured issuer or by one of our own in the sandbox. */
@Module({})
export class AuthModule {
  static register(config: Config): DynamicModule {
    const { authIssuer } = config;
    const verification: Provider[] =
      authIssuer === null
        ? [
            DevelopmentIssuer,
            { provide: SigningKey, useFactory: () => SigningKey.of(config.dataDir) },
            {
              provide: TokenVerifier,
              useFactory: (key: SigningKey) => new DevelopmentTokenVerifier(key, config),
              inject: [SigningKey],
            },
          ]
        : [{ provide: TokenVerifier, useFactory: () => new IssuerTokenVerifier(authIssuer, config) }];
    return {
      module: AuthModule,
      controllers: [SignInController, ...(authIssuer === null ? [DevelopmentIssuerController] : [])],
      providers: [
        ...verification,
        VerifiedCallers,
        BearerAuthentication,
        CallerLimit,
        { provide: APP_GUARD, useClass: CallerGuard },
      ],
      exports: [BearerAuthentication],
    };
  }
}

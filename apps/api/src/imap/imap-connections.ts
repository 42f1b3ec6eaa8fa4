import { AuthKind } from '@ferry/contracts';
import { type ImapAuth, type ImapConnection, type ImapTimeLimits, TIME_LIMITS } from '@ferry/stores-imap';
import { StoreRefusedError } from '@ferry/stores-spi';
import { Inject, Injectable } from '@nestjs/common';
import type { ServiceAccess, SignIn } from '../access/service-access';
import { CONFIG, type Config } from '../config/config';
import { HostPolicy, HostRefusedError } from '../hosts/host-policy';
import { AccessTokens } from './access-tokens';

/** A workload of a person that is reached over a connection. */
export type ConnectedAccess = Extract<ServiceAccess, { over: 'connection' }>;

/** Turns what is registered into what the store of mail connects with. */
@Injectable()
export class ImapConnections {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly hosts: HostPolicy,
    private readonly tokens: AccessTokens,
  ) {}

  /** How the mailbox of one person is reached. Its address is judged at every connection (ADR 0032). */
  of({ connection: { host, port, security, ...trust }, signIn }: ConnectedAccess): ImapConnection {
    const { certificateAuthority: ca, certificateName: servername } = trust;
    return {
      ...{ host, port, security },
      tls: { ...(ca === undefined ? {} : { ca }), ...(servername === undefined ? {} : { servername }) },
      auth: this.authOf(signIn),
      limits: limitsWithin(this.config.mailTimeoutSeconds * 1_000),
      resolve: (name) => this.addressOf(name),
    };
  }

  private authOf(signIn: SignIn): ImapAuth {
    switch (signIn.kind) {
      case AuthKind.Password:
        return { kind: 'password', user: signIn.user, password: signIn.password };
      case AuthKind.MasterUser: {
        const { user, master, form, separator, password } = signIn;
        return { kind: 'masterUser', user, master, form, separator, password };
      }
      case AuthKind.OAuthClientCredentials:
        return { kind: 'bearer', user: signIn.user, token: (renew) => this.tokens.get(signIn, renew) };
    }
  }

  private async addressOf(host: string): Promise<string> {
    try {
      const [found] = await this.hosts.resolve(host);
      return found?.address ?? host;
    } catch (error) {
      if (!(error instanceof HostRefusedError)) throw error;
      throw new StoreRefusedError(`${error.host}: ${error.message}`, 'EXCH-08', [error.message]);
    }
  }
}

/** Time limits of connections to a server that may be silent for so many milliseconds. */
function limitsWithin(silence: number): ImapTimeLimits {
  const { connect, greeting } = TIME_LIMITS;
  return { connect: Math.min(connect, silence), greeting: Math.min(greeting, silence), silence };
}

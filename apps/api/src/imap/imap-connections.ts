import { AuthKind } from '@ferry/contracts';
import type { ImapAuth, ImapConnection } from '@ferry/stores-imap';
import { StoreRefusedError } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import type { ServiceAccess, SignIn } from '../access/service-access';
import { HostPolicy, HostRefusedError } from '../hosts/host-policy';
import { AccessTokens } from './access-tokens';

/** A workload of a person that is reached over a connection. */
export type ConnectedAccess = Extract<ServiceAccess, { over: 'connection' }>;

/** Turns what is registered into what the store of mail connects with. */
@Injectable()
export class ImapConnections {
  constructor(
    private readonly hosts: HostPolicy,
    private readonly tokens: AccessTokens,
  ) {}

  /** How the mailbox of one person is reached. Its address is judged at every connection (ADR 0032). */
  of({ connection: { host, port, security }, signIn }: ConnectedAccess): ImapConnection {
    return { host, port, security, auth: this.authOf(signIn), resolve: (name) => this.addressOf(name) };
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

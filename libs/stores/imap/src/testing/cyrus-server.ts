import { type Cyrus, CYRUS_ADMINISTRATOR, startCyrus } from '../../../../../tools/test/cyrus.mjs';
import { PASSWORD } from '../../../../../tools/test/dovecot.mjs';
import { connect } from '../connect';
import type { MailClient } from '../mail-client';
import type { MailClients } from './mail-server';

/** A Cyrus of our own, and clients that look at it from outside. */
export class CyrusServer implements MailClients {
  private constructor(private readonly cyrus: Cyrus) {}

  /** Starts a server; `stop` ends it and removes what it holds. */
  static async start(): Promise<CyrusServer> {
    return new CyrusServer(await startCyrus());
  }

  /** Where it listens, without TLS. */
  get address(): { readonly host: string; readonly port: number } {
    const { host, port } = this.cyrus;
    return { host, port };
  }

  /** Makes the mailbox of a user, with a folder for sent mail that has a name of its own. */
  async createMailbox(user: string, sentFolder: string): Promise<void> {
    const administrator = await this.client(CYRUS_ADMINISTRATOR);
    await administrator.mailboxCreate(`user/${user}`);
    await administrator.logout();
    const client = await this.client(user);
    const created = await client.exec(`CREATE "${sentFolder}" (USE (\\Sent))`, false, {});
    created.next();
    await client.logout();
  }

  async client(user: string): Promise<MailClient> {
    const auth = { kind: 'password', user, password: PASSWORD } as const;
    return connect({ ...this.address, security: 'none', auth });
  }

  async stop(): Promise<void> {
    await this.cyrus.stop();
  }
}

import { type Dovecot, PASSWORD, startDovecot } from '../../../../../tools/test/dovecot.mjs';
import { connect } from '../connect';
import { ImapStore, type ImapStoreOptions } from '../imap-store';
import type { MailClient } from '../mail-client';
import type { ImapConnection } from '../settings';

type ServerOptions = NonNullable<Parameters<typeof startDovecot>[0]>;

/** A mail server of a spec, as somebody sees it who knows nothing of Ferry. */
export interface MailClients {
  /** A client that does what a person's mail program would. */
  client(user: string): Promise<MailClient>;
}

/** A Dovecot of our own, and clients that look at it from outside. */
export class MailServer implements MailClients {
  private users = 0;

  private constructor(readonly dovecot: Dovecot) {}

  /** Starts a server; `stop` ends it and removes what it holds. */
  static async start(options: ServerOptions = {}): Promise<MailServer> {
    return new MailServer(await startDovecot(options));
  }

  /** A mailbox that nobody has used yet. */
  freshUser(): string {
    this.users += 1;
    return `user${this.users}`;
  }

  /** How the mailbox of a user is reached, with the password and without TLS unless told otherwise. */
  connection(user: string, overrides: Partial<ImapConnection> = {}): ImapConnection {
    const { host, port } = this.dovecot;
    return { host, port, security: 'none', auth: { kind: 'password', user, password: PASSWORD }, ...overrides };
  }

  /** The store of a user; specs never wait between attempts. */
  store(user: string, options: Partial<ImapStoreOptions> = {}): ImapStore {
    const connection = this.connection(user);
    return new ImapStore({ connection, access: 'write', wait: async () => undefined, ...options });
  }

  /** A client that does what a person's mail program would. */
  async client(user: string): Promise<MailClient> {
    return connect(this.connection(user));
  }

  async stop(): Promise<void> {
    await this.dovecot.stop();
  }
}

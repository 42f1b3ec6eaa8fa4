import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { ImapConnection, ImapTimeLimits } from './settings';

/** What other servers say first, so that a wrong port is called by its name. */
const OTHER_PROTOCOLS: readonly [RegExp, string][] = [
  [/^220/, 'SMTP or FTP'],
  [/^\+OK/, 'POP3'],
  [/^SSH-/, 'SSH'],
  [/^HTTP\//, 'HTTP'],
];

/** Something that answers, and is no IMAP server. */
export class NotImapError extends Error {
  constructor(readonly protocol: string) {
    super(`The port speaks ${protocol}.`);
    this.name = new.target.name;
  }
}

/**
 * The beginning of a connection, step by step and each by itself, as a client library never shows it. Nothing is signed
 * in.
 */
export class FirstContact {
  private socket: Socket | TLSSocket | null = null;
  private received = '';

  constructor(
    private readonly connection: ImapConnection,
    private readonly limits: ImapTimeLimits,
  ) {}

  /** Finds the address and connects to it. Answers the address. */
  async reach(): Promise<string> {
    const { host, port, resolve } = this.connection;
    const address = (await resolve?.(host)) ?? host;
    const socket = connectTcp({ host: address, port });
    this.socket = socket;
    await within(this.limits.connect, 'CONNECT_TIMEOUT', once(socket, 'connect'), socket);
    return socket.remoteAddress ?? address;
  }

  /** Makes the connection safe: at once, or by STARTTLS. Answers the version of TLS and whose certificate it is. */
  async secure(): Promise<string> {
    if (this.connection.security === 'starttls') await this.startTls();
    const { host, tls } = this.connection;
    const name = tls?.servername ?? host;
    const options: ConnectionOptions = {
      socket: this.requireSocket(),
      ...(isIP(name) === 0 ? { servername: name } : { host: name }),
      ...(tls?.ca === undefined ? {} : { ca: tls.ca }),
      minVersion: 'TLSv1.2',
    };
    const secured = connectTls(options);
    await within(this.limits.connect, 'CONNECT_TIMEOUT', once(secured, 'secureConnect'), secured);
    this.socket = secured;
    const { subject, valid_to: validTo } = secured.getPeerCertificate();
    const owner = typeof subject.CN === 'string' ? subject.CN : 'a name of its own';
    return `${secured.getProtocol() ?? 'TLS'}, certificate for ${owner} until ${new Date(validTo).toISOString().slice(0, 10)}`;
  }

  /** Waits for the greeting (RFC 3501, section 7.1) and answers it. Throws `NotImapError`. */
  async greeting(): Promise<string> {
    const line = await this.line();
    if (/^\* (OK|PREAUTH|BYE)/i.test(line)) return line.slice(2).slice(0, 200);
    throw new NotImapError(
      OTHER_PROTOCOLS.find(([pattern]) => pattern.test(line))?.[1] ?? 'another protocol than IMAP',
    );
  }

  close(): void {
    this.socket?.destroy();
  }

  private async startTls(): Promise<void> {
    this.requireSocket().write('A1 STARTTLS\r\n');
    for (;;) {
      const line = await this.line();
      if (/^A1 OK/i.test(line)) return;
      if (line.startsWith('A1 ')) throw Object.assign(new Error('STARTTLS was refused.'), { tlsFailed: true });
    }
  }

  private async line(): Promise<string> {
    const socket = this.requireSocket();
    while (!this.received.includes('\n')) {
      const chunk = await within(this.limits.greeting, 'GREETING_TIMEOUT', next(socket), socket);
      this.received += chunk.toString('latin1');
    }
    const end = this.received.indexOf('\n');
    const line = this.received.slice(0, end).trimEnd();
    this.received = this.received.slice(end + 1);
    return line;
  }

  private requireSocket(): Socket {
    if (!this.socket) throw new Error('There is no connection yet.');
    return this.socket;
  }
}

async function next(socket: Socket): Promise<Buffer> {
  const over = new AbortController();
  const closed = async (): Promise<never> => {
    await once(socket, 'end', { signal: over.signal });
    throw new Error('the server closed the connection');
  };
  try {
    const data = once(socket, 'data', { signal: over.signal }) as Promise<[Buffer]>;
    const [chunk] = await Promise.race([data, closed()]);
    return chunk;
  } finally {
    over.abort();
  }
}

async function within<T>(milliseconds: number, code: string, answer: Promise<T>, socket: Socket): Promise<T> {
  const timer = setTimeout(() => socket.destroy(Object.assign(new Error('The time is over.'), { code })), milliseconds);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

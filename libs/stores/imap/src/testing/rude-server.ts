import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ImapConnection } from '../settings';

/** What a rude server does with a command: an answer without its tag, nothing at all, or good-bye without a word. */
export type Manners = (command: string, socket: Socket) => string | 'silence' | 'hang up';

/** Behaves until somebody is signed in and has asked where he is. */
export const POLITE: Manners = (command) => {
  if (command.startsWith('CAPABILITY')) return '* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n@ OK done';
  return '@ OK done';
};

/** A server that answers as a spec tells it. */
export class RudeServer {
  /** Commands as they came, without tags and arguments. */
  readonly commands: string[] = [];
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(
    private readonly greeting: string | null,
    private readonly manners: Manners,
  ) {
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Starts a server; `greeting` null never greets. */
  static async start(manners: Manners, greeting: string | null = '* OK ready'): Promise<RudeServer> {
    const rude = new RudeServer(greeting, manners);
    rude.server.listen(0, '127.0.0.1');
    await once(rude.server, 'listening');
    return rude;
  }

  /** How it is reached, with short time limits. */
  get connection(): ImapConnection {
    return {
      host: '127.0.0.1',
      port: (this.server.address() as AddressInfo).port,
      security: 'none',
      auth: { kind: 'password', user: 'anna', password: 'secret-of-anna' },
      limits: { connect: 400, greeting: 200, silence: 300 },
    };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    if (this.greeting !== null) socket.write(`${this.greeting}\r\n`);
    let rest = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.answer(line, socket);
    });
  }

  private answer(line: string, socket: Socket): void {
    const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    this.commands.push(command.split(' ')[0] ?? '');
    if (command.startsWith('AUTHENTICATE PLAIN') && this.manners(command, socket) === '@ OK done') {
      socket.write('+ \r\n');
      socket.once('data', () => socket.write(`${tag} OK signed in\r\n`));
      return;
    }
    const answer = this.manners(command, socket);
    if (answer === 'hang up') socket.destroy();
    else if (answer !== 'silence' && tag !== '') socket.write(`${answer.replaceAll('@', tag)}\r\n`);
  }
}

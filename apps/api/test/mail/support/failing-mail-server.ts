import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What a server does once it fails: it takes commands and never answers, or closes the connection at each command. */
export type Failure = 'hangs' | 'drops each command';

/** A mail server that fails after a while: stands before a real one, until that much has come through. */
export class FailingMailServer {
  private sent = 0;
  private isMended = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly real: { readonly host: string; readonly port: number },
    private readonly failure: Failure,
    private readonly afterBytes: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** Begins to listen. `afterBytes`: how many bytes of answers come through before it fails. */
  static async before(
    real: { readonly host: string; readonly port: number },
    failure: Failure,
    afterBytes: number,
  ): Promise<FailingMailServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FailingMailServer(server, real, failure, afterBytes);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Whether so much has come through that it fails. */
  get fails(): boolean {
    return !this.isMended && this.sent >= this.afterBytes;
  }

  /** From now on everything comes through. */
  mend(): void {
    this.isMended = true;
  }

  async stop(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const real = connect(this.real.port, this.real.host);
    for (const [socket, other] of [
      [client, real],
      [real, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (command) => {
      if (!this.fails) real.write(command);
      else if (this.failure === 'drops each command') client.destroy();
    });
    real.on('data', (answer) => {
      this.sent += answer.length;
      client.write(answer);
    });
  }
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between the service and its database, and can let connections die without a word to either side. */
export class SilentProxy {
  private readonly silenced = new WeakSet<Socket>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  /** Listens in front of a database. */
  static async before(databaseUrl: string): Promise<SilentProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SilentProxy(server, new URL(databaseUrl));
  }

  /** The address of the database by way of the proxy. */
  get url(): string {
    return Object.assign(new URL(this.target), { port: String((this.server.address() as AddressInfo).port) }).href;
  }

  /** From now on swallows what comes by the connections that exist, and closes none of them. How many there are. */
  silence(): number {
    for (const socket of this.sockets) this.silenced.add(socket);
    return this.sockets.size / 2;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const database = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => this.silenced.has(from) || to.write(bytes));
      from.on('end', () => this.silenced.has(from) || to.end());
      from.on('error', () => this.silenced.has(from) || to.destroy());
      from.on('close', () => this.sockets.delete(from));
    }
  }
}

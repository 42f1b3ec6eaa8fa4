import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { asGraphError, errorBody } from '../graph/error-answer';
import { NotFoundError } from '../graph/graph-http-error';
import type { Readiness } from './readiness';

/** All that a worker serves: whether it lives, and whether it can work. */
export class HealthServer {
  private constructor(private readonly server: Server) {}

  /** Serves on a port. Throws the system's error when it is taken. */
  static async listen(readiness: Readiness, host: string, port: number): Promise<HealthServer> {
    const server = createServer((request, response) => void answer(readiness, request, response));
    server.listen(port, host);
    await once(server, 'listening');
    return new HealthServer(server);
  }

  address(): ReturnType<Server['address']> {
    return this.server.address();
  }

  /** Ends the server and its connections. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}

async function answer(readiness: Readiness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await judge(readiness, request);
    send(response, 200, { status: 'ok' });
  } catch (error) {
    const graphError = asGraphError(error);
    send(response, graphError.status, errorBody(graphError, randomUUID(), ''));
  }
}

async function judge(readiness: Readiness, { method, url }: IncomingMessage): Promise<void> {
  const path = (url ?? '').split('?', 1)[0];
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && path === '/health/live') return;
  if (isRead && path === '/health/ready') return readiness.require();
  throw new NotFoundError('A worker serves only /health/live and /health/ready.');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { ServiceStop } from './service-stop';

/** The requests that are not answered yet, so that a process which is told to stop can answer them first. */
export class OpenRequests {
  private readonly open = new Set<ServerResponse>();
  private onAnswered: () => void = () => undefined;

  /** Counts the requests of a server from now on. Once it stops, it asks clients to come back by another connection. */
  static of(fastify: FastifyInstance, stop: ServiceStop): OpenRequests {
    const requests = new OpenRequests();
    fastify.addHook('onRequest', (request, reply, done) => {
      requests.add(reply.raw);
      if (stop.begun && request.raw.httpVersionMajor === 1) reply.header('connection', 'close');
      done();
    });
    return requests;
  }

  /** Waits until all are answered, and `afterEach` is called whenever one is. Ends at the limit at the latest. */
  async answered(limitMs: number, afterEach: () => void): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    const all = new Promise<void>((resolve) => {
      this.onAnswered = () => {
        afterEach();
        if (this.open.size === 0) resolve();
      };
      this.onAnswered();
    });
    await Promise.race([all, limit]).finally(() => clearTimeout(timer));
  }

  private add(response: ServerResponse): void {
    this.open.add(response);
    response.once('close', () => {
      this.open.delete(response);
      this.onAnswered();
    });
  }
}

import type { AccessToken } from './access-token';
import { serverSentEvents } from './server-sent-events';
import { ConnectionError, refusalOf, ServiceRefusal } from './service-refusal';

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly accept?: string;
  readonly body?: unknown;
}

/**
 * Speaks to one server. Answers come as they are on the wire; every method throws ServiceRefusal when the service
 * refuses, and ConnectionError when it cannot be reached.
 */
export class ServiceClient {
  constructor(
    private readonly server: URL,
    private readonly token: AccessToken,
  ) {}

  /** The answer to a reading request. */
  async get(route: string): Promise<unknown> {
    return this.json(await this.call(route, { method: 'GET' }));
  }

  /** The answer to a creation, or to an action, which has no body. */
  async post(route: string, body?: unknown): Promise<unknown> {
    return this.json(await this.call(route, { method: 'POST', body }));
  }

  async delete(route: string): Promise<void> {
    await (await this.call(route, { method: 'DELETE' })).body?.cancel();
  }

  /** The bytes of an answer in another form than JSON, as they come. */
  async *download(route: string, accept: string): AsyncGenerator<Uint8Array> {
    const { body } = await this.call(route, { method: 'GET', accept });
    if (body !== null) yield* this.piecesOf(body);
  }

  /** A next link as a route of this server, whatever name the service knows itself by: a token goes nowhere else. */
  routeOfLink(nextLink: string): string {
    const { pathname, search } = new URL(nextLink, this.server);
    return pathname.slice(1) + search;
  }

  /** The JSON messages of a stream, until it ends; leaving the loop closes the connection. */
  async *stream(route: string): AsyncGenerator {
    const { body } = await this.call(route, { method: 'GET', accept: 'text/event-stream' });
    if (body === null) return;
    for await (const { type, data } of serverSentEvents(this.textOf(body))) {
      if (type === 'message') yield JSON.parse(data) as unknown;
    }
  }

  private async call(route: string, { method, accept = 'application/json', body }: Call): Promise<Response> {
    const headers = new Headers({ accept, authorization: `Bearer ${await this.token()}` });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const request = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
    const response = await this.reaching(fetch(new URL(route, this.server), request));
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  private async json(response: Response): Promise<unknown> {
    const text = await this.reaching(response.text());
    try {
      return JSON.parse(text);
    } catch {
      const message = `${response.url} answered with something else than JSON. Is a Ferry service there?`;
      throw new ServiceRefusal(response.status, 'notJson', message);
    }
  }

  private textOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
    return this.piecesOf(body.pipeThrough(new TextDecoderStream()));
  }

  private async *piecesOf<Piece>(body: ReadableStream<Piece>): AsyncGenerator<Piece> {
    const reader = body.getReader();
    try {
      for (let read = await this.reaching(reader.read()); !read.done; read = await this.reaching(reader.read())) {
        yield read.value;
      }
    } finally {
      // Fails when the connection is already lost, which is what it is for.
      await reader.cancel().catch(() => undefined);
    }
  }

  private async reaching<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw new ConnectionError(this.server, error);
    });
  }
}

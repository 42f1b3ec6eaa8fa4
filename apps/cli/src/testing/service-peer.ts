import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request that reached the peer. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
}

type Answer = (response: ServerResponse, request: SeenRequest) => void;

/**
 * A server on a free port that answers as the service does: tokens for whoever knows the secret of the sandbox, 401
 * without one, and for each address what a spec wrote down. An address takes its answers in turn and keeps the last.
 */
export class ServicePeer {
  readonly seen: SeenRequest[] = [];
  private readonly answers = new Map<string, Answer[]>();
  private readonly server: Server;
  private tokens = 0;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The requests that were not about a token, as `GET /path`. */
  get calls(): string[] {
    return this.seen.filter(({ path }) => !path.endsWith('/token')).map(({ method, path }) => `${method} ${path}`);
  }

  /** Answers with JSON, or with no body when none is given. */
  on(call: string, status: number, body?: unknown): void {
    this.add(call, (response) => json(response, status, body));
  }

  /** Answers with the envelope of an error. */
  refuse(call: string, status: number, error: { code: string; message: string; details?: object[] }): void {
    const innerError = { date: '2030-01-01T00:00:00', 'request-id': 'r-1', 'client-request-id': 'r-1' };
    this.on(call, status, { error: { ...error, innerError } });
  }

  /** Answers with server-sent messages, and then keeps the stream open, ends it, or breaks the connection. */
  stream(call: string, messages: readonly unknown[], then: 'stays' | 'ends' | 'breaks'): void {
    this.add(call, (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\nevent: ping\ndata: \n\n');
      const whole = messages.map((message) => `data: ${JSON.stringify(message)}\n\n`).join('');
      response.write(whole, () => {
        if (then === 'ends') response.end();
        if (then === 'breaks') response.destroy();
      });
    });
  }

  /** Answers with bytes, and ends or breaks the connection behind them. */
  bytes(call: string, content: Uint8Array, then: 'ends' | 'breaks' = 'ends'): void {
    this.add(call, (response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write(content, () => {
        if (then === 'ends') response.end();
        else response.destroy();
      });
    });
  }

  private add(call: string, answer: Answer): void {
    this.answers.set(call, [...(this.answers.get(call) ?? []), answer]);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const seen: SeenRequest = {
      method,
      path,
      body: await text(request),
      authorization: headers.authorization,
      contentType: headers['content-type'],
    };
    this.seen.push(seen);
    if (path.endsWith('/oauth2/v2.0/token')) return this.giveToken(response, seen);
    if (!seen.authorization?.startsWith('Bearer ')) return json(response, 401, unauthenticated);
    const waiting = this.answers.get(`${method} ${path}`);
    const next = waiting !== undefined && waiting.length > 1 ? waiting.shift() : waiting?.[0];
    if (next === undefined) return json(response, 404, notFound(path));
    next(response, seen);
  }

  private giveToken(response: ServerResponse, { body }: SeenRequest): void {
    const form = new URLSearchParams(body);
    if (form.get('client_secret') !== 'sandbox' || form.get('grant_type') !== 'client_credentials') {
      return json(response, 401, { error: 'invalid_client', error_description: 'The secret is wrong.' });
    }
    this.tokens += 1;
    json(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-${this.tokens}` });
  }
}

const unauthenticated = { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' } };
const notFound = (path: string) => ({ error: { code: 'NotFound', message: `There is nothing at ${path}.` } });

function json(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Answer, type AnswerHeaders } from './answer';

const PATIENCE_MS = 60_000;

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Percent-encoded, from the root of the base address on; sent as it is. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | null;
}

/**
 * Sends requests to one server exactly as they are written: unlike `fetch`, it neither resolves dots, nor encodes, nor
 * unpacks.
 */
export class Connection {
  private readonly agent: HttpAgent;

  constructor(readonly base: URL) {
    this.agent = base.protocol === 'https:' ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  }

  send(sent: WireRequest): Promise<Answer> {
    const { hostname, port, pathname, protocol } = this.base;
    const send = protocol === 'https:' ? httpsRequest : httpRequest;
    const line = `${sent.method} ${sent.path}`;
    return new Promise((resolve, reject) => {
      const request = send({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: port === '' ? undefined : Number(port),
        method: sent.method,
        path: `${pathname.replace(/\/$/, '')}${sent.path}`,
        headers: {
          ...sent.headers,
          ...(sent.body === null ? {} : { 'content-length': String(sent.body.length) }),
        } as Record<string, string | string[]>,
        agent: this.agent,
        timeout: PATIENCE_MS,
      });
      settle(request, line, resolve, reject);
      request.end(sent.body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function settle(
  request: ClientRequest,
  line: string,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  let isAnswered = false;
  request.on('response', (incoming) => {
    isAnswered = true;
    read(incoming).then(
      (bytes) => resolve(new Answer(line, incoming.statusCode ?? 0, headersOf(incoming), bytes)),
      reject,
    );
  });
  request.on('timeout', () => request.destroy(new Error(`no answer within ${PATIENCE_MS / 1_000} seconds`)));
  request.on('error', (error) => {
    // A server that refuses a large body answers first and closes then; what was still to be sent no longer matters.
    if (!isAnswered) reject(new Error(`${line} was not answered: ${error.message}`, { cause: error }));
  });
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function headersOf({ headers }: IncomingMessage): AnswerHeaders {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

import { inject, Service } from '@angular/core';
import { API_ROUTES, type ConnectionTestStep, Workload } from '@ferry/contracts';
import { fromBody, ServiceError } from '../../http/service-error';
import { ServerSentEventParser } from '../../live/server-sent-events';
import { AccessTokenStore } from '../../session/access-token-store';

/** What is tried: the source behind an endpoint, or how a tenant says that its own mailboxes are reached. */
export type TestedConnection =
  | { readonly of: 'endpoint'; readonly tenantId: string; readonly name: string }
  | { readonly of: 'tenant'; readonly tenantId: string };

/** What is heard of a test: a step begins, has ended, or the test is over. */
export type TestNews =
  | { readonly type: 'begin'; readonly step: string }
  | { readonly type: 'step'; readonly step: ConnectionTestStep }
  | { readonly type: 'result'; readonly ok: boolean };

const NO_ANSWER = 'The service does not answer. Check that it runs, then try again.';

/** Tests of connections, which the service tells step by step as server-sent events. */
@Service()
export class ConnectionTestApi {
  private readonly tokens = inject(AccessTokenStore);

  /** Tries a connection as a person. @throws ServiceError when it cannot be tried, or the stream breaks */
  async *follow(connection: TestedConnection, personId: string, signal: AbortSignal): AsyncGenerator<TestNews> {
    const body = await this.open(addressOf(connection), personId, signal);
    const parser = new ServerSentEventParser();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    // A connection that is lost is told as an error of the network.
    const read = () => reader.read().catch((error: unknown) => Promise.reject(asServiceError(error, brokenOff())));
    for (let chunk = await read(); !chunk.done; chunk = await read()) {
      for (const { type, data } of parser.push(chunk.value)) {
        const news = newsOf(type, data);
        if (news) yield news;
        if (news?.type === 'result') return;
      }
    }
    throw brokenOff();
  }

  private async open(
    url: string,
    personId: string,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const headers = {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${this.tokens.token() ?? ''}`,
    };
    const request = { method: 'POST', headers, body: JSON.stringify({ personId }), signal };
    const unanswered = new ServiceError(0, 'noAnswer', NO_ANSWER, null, []);
    const response = await fetch(url, request).catch((error: unknown) =>
      Promise.reject(asServiceError(error, unanswered)),
    );
    if (response.status === 401) this.tokens.expire();
    if (response.ok && response.body !== null) return response.body;
    throw fromBody(response.status, await response.json().catch(() => null));
  }
}

function addressOf(connection: TestedConnection): string {
  const { of, tenantId } = connection;
  const route =
    of === 'endpoint'
      ? API_ROUTES.tenantEndpointTest(tenantId, encodeURIComponent(connection.name))
      : API_ROUTES.tenantServiceTest(tenantId, Workload.Exchange);
  return `/${route}`;
}

/** Pings and what later versions add say nothing here. */
function newsOf(type: string, data: string): TestNews | null {
  switch (type) {
    case 'begin':
      return { type, step: (JSON.parse(data) as { step: string }).step };
    case 'step':
      return { type, step: JSON.parse(data) as ConnectionTestStep };
    case 'result':
      return { type, ok: (JSON.parse(data) as { ok: boolean }).ok };
    case 'error':
      throw brokenOff();
    default:
      return null;
  }
}

function brokenOff(): ServiceError {
  return new ServiceError(0, 'streamBroke', 'The service broke the test off. Try again; its log has more.', null, []);
}

/** What `fetch` throws for a network that fails, in our words; an abort stays what it is. */
function asServiceError(thrown: unknown, meant: ServiceError): Error {
  if (thrown instanceof TypeError) return meant;
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

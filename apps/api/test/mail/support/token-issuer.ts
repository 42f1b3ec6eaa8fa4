import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an application has to say of itself to get a token. */
export const APPLICATION = {
  clientId: 'ferry',
  secret: 'what only Ferry knows',
  scope: 'https://mail.example/.default',
};

/**
 * An issuer of access tokens (RFC 6749, section 4.4), and the place where a mail server asks whom a token is for. A token
 * is for one mailbox here, because Dovecot compares it with who signs in.
 */
export class TokenIssuer {
  /** How many tokens were given. */
  given = 0;
  /** Whose mailbox the next tokens are for. */
  mailbox = '';
  private readonly valid = new Map<string, string>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<TokenIssuer> {
    const issuer = new TokenIssuer();
    issuer.server.listen(0, '127.0.0.1');
    await once(issuer.server, 'listening');
    return issuer;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** No token that was given before is good any more. */
  revokeAll(): void {
    this.valid.clear();
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.address);
    if (pathname === '/token') return this.give(await formOf(request), response);
    const mailbox = this.valid.get(searchParams.get('access_token') ?? '');
    if (mailbox === undefined) return send(response, 400, { error: 'invalid_token' });
    return send(response, 200, { active: true, username: mailbox });
  }

  private give(form: URLSearchParams, response: ServerResponse): void {
    const { clientId, secret, scope } = APPLICATION;
    const isKnown = form.get('client_id') === clientId && form.get('client_secret') === secret;
    if (!isKnown) return send(response, 401, { error: 'invalid_client' });
    if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== scope) {
      return send(response, 400, { error: 'invalid_scope' });
    }
    this.given += 1;
    const token = randomUUID();
    this.valid.set(token, this.mailbox);
    return send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3_600 });
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return new URLSearchParams(body);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

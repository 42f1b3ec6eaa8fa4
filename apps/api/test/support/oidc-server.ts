import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves: as it should, with an error, with something else than JSON, or not at all. */
export type Behaviour = 'fine' | 'broken' | 'rubbish' | 'hanging';

/** A key that the server signs with. */
export interface ServerKey {
  readonly id: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** An OpenID Connect provider on a port of its own, such as Entra: discovery, keys, and tokens that it signs. */
export class OidcServer {
  /** What was asked for, in order. */
  readonly requests: string[] = [];
  behaviour: Behaviour = 'fine';
  /** The keys that it shows; those that are missing here may still sign. */
  keys: readonly (ServerKey & { readonly issuer?: string })[] = [];
  /** Members of the discovery documents that differ from the usual. */
  changes: Record<string, unknown> = {};
  /** Issuers that are described at an address other than their name, by that path. */
  names: Readonly<Record<string, string>> = {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OidcServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const oidc = new OidcServer(server);
    server.on('request', (request, response) => oidc.answer(request, response));
    oidc.keys = [await newKey('key-1')];
    return oidc;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How often an address was asked for that ends so. */
  count(end: string): number {
    return this.requests.filter((url) => url.endsWith(end)).length;
  }

  /** Replaces the keys by a new one, which signs from now on. */
  async rotate(id: string): Promise<void> {
    this.keys = [await newKey(id)];
  }

  /** A token signed by the server, with a lifetime of an hour unless the claims say something else; null leaves one out. */
  sign(
    claims: Readonly<Record<string, unknown>>,
    header: Partial<JWTHeaderParameters> = {},
    key = this.keys[0],
  ): Promise<string> {
    if (key === undefined) throw new Error('The server has no key.');
    const now = Math.floor(Date.now() / 1_000);
    const all = Object.entries({ iat: now, nbf: now, exp: now + 3_600, ...claims }).filter(
      ([, value]) => value !== null,
    );
    return new SignJWT(Object.fromEntries(all))
      .setProtectedHeader({ alg: key.algorithm, kid: key.id, typ: 'JWT', ...header })
      .sign(key.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    this.requests.push(url);
    if (this.behaviour === 'hanging') return;
    if (this.behaviour === 'broken') return void response.writeHead(500).end();
    response.setHeader('content-type', 'application/json');
    if (this.behaviour === 'rubbish') return void response.end('<html>');
    const body = url.endsWith('/keys')
      ? this.keySet()
      : this.document(url.replace('/.well-known/openid-configuration', ''));
    response.end(JSON.stringify(body));
  }

  private keySet(): { keys: JWK[] } {
    return {
      keys: this.keys.map(({ publicJwk, issuer }) => ({ ...publicJwk, ...(issuer === undefined ? {} : { issuer }) })),
    };
  }

  /** Under `common` and `organizations` stand all tenants at once, as at Entra. */
  private document(path: string): Record<string, unknown> {
    return {
      issuer: this.names[path] ?? this.address + path.replace(/\/(common|organizations)(\/|$)/, '/{tenantid}$2'),
      jwks_uri: `${this.address}/keys`,
      authorization_endpoint: `${this.address}/authorize`,
      token_endpoint: `${this.address}/token`,
      ...this.changes,
    };
  }
}

/** A key that signs for a server, or for somebody who pretends to be one. */
export async function newKey(id: string, algorithm = 'RS256'): Promise<ServerKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  return {
    id,
    algorithm,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: algorithm, use: 'sig' },
  };
}

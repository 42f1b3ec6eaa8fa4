import type { Need } from '../checks/check';
import { CALLERS, type MigrationData, type Options, type Who } from '../options/options';
import { UsageError } from '../options/usage-error';
import { AccessToken } from './access-token';
import type { Answer } from './answer';
import { Connection } from './connection';
import { type Sandbox, sandboxAt } from './sandbox';
import { ServiceClock } from './service-clock';

/** Why a check is skipped when something that it needs is not there. */
const MISSING: Readonly<Record<Need, string>> = {
  reader: 'there is no token of somebody who may only read (--read-token)',
  stranger: 'there is no token of somebody without a role (--stranger-token)',
  otherTenant: 'there is no token of another tenant (--other-tenant-token)',
  https: 'the address is not https',
  secondAddress: 'there is no second address of the server (--second-url)',
  clock: 'the server has no clock that can be moved',
  sandbox: 'the server is no sandbox of Ferry',
  throttling: 'nobody asked to be throttled (--provoke-throttling)',
};

/** The server that is judged, and what is known of it. */
export class Server {
  private constructor(
    readonly options: Options,
    readonly connection: Connection,
    /** The same server over its other scheme. */
    readonly second: Connection | null,
    readonly sandbox: Sandbox | null,
    readonly data: MigrationData,
    private readonly tokens: ReadonlyMap<Who, AccessToken>,
    readonly clock: ServiceClock,
  ) {}

  /** Finds out what is at the address. @throws UsageError when too little was said to try anything */
  static async open(options: Options): Promise<Server> {
    const connection = new Connection(options.baseUrl);
    const sandbox = await sandboxAt(connection);
    const tokens = tokensOf(options, sandbox);
    const admin = tokens.get('admin');
    if (admin === undefined) {
      throw new UsageError(
        `There is no sandbox of Ferry at ${options.baseUrl.href}: give a --token, or a --token-endpoint with --client-id and --client-secret.`,
      );
    }
    const clock = await ServiceClock.of(async (method, path, body) =>
      askAs(connection, await admin.get(), method, path, body),
    );
    const second = options.secondUrl === null ? null : new Connection(options.secondUrl);
    return new Server(options, connection, second, sandbox, dataOf(options, sandbox), tokens, clock);
  }

  get isHttps(): boolean {
    return this.connection.base.protocol === 'https:';
  }

  /** The address without a slash at its end. */
  get address(): string {
    return this.connection.base.href.replace(/\/$/, '');
  }

  /** The token of a caller, who has to have one. */
  token(who: Who): Promise<string> {
    const token = this.tokens.get(who);
    if (token === undefined) throw new Error(`There is no token of ${who}; the check forgot to say that it needs one.`);
    return token.get();
  }

  /** Why something that a check needs is not there; null when it is. */
  lack(need: Need): string | null {
    return this.isThere(need) ? null : MISSING[need];
  }

  close(): void {
    this.connection.close();
    this.second?.close();
  }

  private isThere(need: Need): boolean {
    switch (need) {
      case 'reader':
      case 'stranger':
      case 'otherTenant':
        return this.tokens.has(need);
      case 'https':
        return this.isHttps;
      case 'secondAddress':
        return this.second !== null;
      case 'clock':
        return this.clock.canMove;
      case 'sandbox':
        return this.sandbox !== null;
      case 'throttling':
        return this.options.provokeThrottling !== null;
    }
  }
}

function tokensOf({ credentials }: Options, sandbox: Sandbox | null): ReadonlyMap<Who, AccessToken> {
  const isTold = CALLERS.some((who) => credentials[who] !== null);
  return new Map(
    CALLERS.flatMap((who) => {
      const own = isTold ? credentials[who] : (sandbox?.credentials[who] ?? null);
      return own === null ? [] : [[who, new AccessToken(own)] as const];
    }),
  );
}

function dataOf({ data, baseUrl }: Options, sandbox: Sandbox | null): MigrationData {
  const { sourceTenant, sourceEndpoint, targetDomain, people } = { ...sandbox?.data, ...data };
  if (!sourceTenant || !sourceEndpoint || !targetDomain || !people) {
    throw new UsageError(
      `There is no sandbox of Ferry at ${baseUrl.href}: give --source-tenant, --source-endpoint, --target-domain and --people.`,
    );
  }
  return { sourceTenant, sourceEndpoint, targetDomain, people };
}

function askAs(
  connection: Connection,
  token: string,
  method: string,
  path: string,
  body: object | null,
): Promise<Answer> {
  return connection.send({
    method,
    path,
    headers: { authorization: `Bearer ${token}`, ...(body === null ? {} : { 'content-type': 'application/json' }) },
    body: body === null ? null : Buffer.from(JSON.stringify(body)),
  });
}

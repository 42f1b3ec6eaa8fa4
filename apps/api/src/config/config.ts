import { isLoopback } from './loopback';
import { ConfigError } from './config-error';
import type { Setting } from './setting';
import { SETTINGS } from './settings';
import { TENANT_PLACE } from './tenant-place';

type Settings = typeof SETTINGS;
type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** The settings as they were given, each replaced by its default where nothing was. */
type Given = { readonly [Name in keyof Settings]: ValueOf<Settings[Name]> };

/** Everything that the environment decides, typed and frozen. */
export type Config = Readonly<
  Omit<Given, 'sandbox' | 'authScope' | 'privateHosts'> & {
    sandbox: boolean;
    authScope: string;
    privateHosts: 'allow' | 'refuse';
  }
>;

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('Config');

/**
 * Reads the settings from an environment. An empty variable counts as absent.
 *
 * @throws ConfigError with one sentence per problem
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = Object.entries(SETTINGS).map(([key, setting]) => [key, read(setting, env, problems)]);
  const given = Object.fromEntries(values) as Given;
  problems.push(...contradictions(given));
  if (problems.length > 0) throw new ConfigError(problems);
  const sandbox = given.sandbox ?? given.authIssuer === null;
  return Object.freeze({
    ...given,
    sandbox,
    privateHosts: given.privateHosts ?? (sandbox ? 'allow' : 'refuse'),
    authScope: given.authScope ?? `openid profile ${given.authAudiences[0]}/.default`,
  });
}

/** Variables that look like ours and are not: most likely misspelled. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(Object.values(SETTINGS).map((setting) => setting.name));
  return Object.keys(env).filter((name) => name.startsWith('FERRY_') && !known.has(name));
}

function read(
  setting: Setting<unknown>,
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): unknown {
  const text = env[setting.name];
  if (text === undefined || text === '') return setting.defaultValue;
  const value = setting.parse(text);
  if (value !== undefined) return value;
  const shown = setting.secret ? 'The value of ' + setting.name : `${setting.name}=${text}`;
  problems.push(`${shown} is not allowed. Allowed: ${setting.allowed}.`);
  return setting.defaultValue;
}

/** What each setting allows and all of them together do not. */
function contradictions(given: Given): string[] {
  const problems: string[] = [];
  if (given.role !== 'all' && given.databaseUrl === null) {
    problems.push(
      `FERRY_ROLE=${given.role} needs DATABASE_URL: the embedded database belongs to one process. ` +
        'Set DATABASE_URL to a PostgreSQL server, or leave FERRY_ROLE out.',
    );
  }
  if ((given.tlsCert === null) !== (given.tlsKey === null)) {
    problems.push('TLS_CERT and TLS_KEY belong together: set both, or neither for a self-signed certificate.');
  }
  if (given.authIssuer?.startsWith('http:') && !isLoopback(new URL(given.authIssuer).hostname)) {
    problems.push(
      `FERRY_AUTH_ISSUER=${given.authIssuer} is not allowed. Allowed: https, or http on a loopback address.`,
    );
  }
  if (given.authTenant !== null && given.authIssuer === null) {
    problems.push('FERRY_AUTH_TENANT needs FERRY_AUTH_ISSUER: tokens of the sandbox name their tenants themselves.');
  } else if (given.authTenant !== null && TENANT_PLACE.test(given.authIssuer ?? '')) {
    problems.push(
      `FERRY_AUTH_TENANT=${given.authTenant} contradicts FERRY_AUTH_ISSUER=${given.authIssuer}: tokens of an issuer of ` +
        'many tenants name their own.',
    );
  }
  // Nobody signs in at a worker, so it may be reached by whoever probes it.
  if (given.authIssuer !== null || given.role === 'worker') return problems;
  if (!isLoopback(given.host)) {
    problems.push(
      `HOST=${given.host} can be reached by others, and without FERRY_AUTH_ISSUER anyone could sign in. ` +
        'Set FERRY_AUTH_ISSUER, or bind to 127.0.0.1.',
    );
  }
  if (given.publicUrl !== null && !isLoopback(new URL(given.publicUrl).hostname)) {
    problems.push(
      `FERRY_PUBLIC_URL=${given.publicUrl} says that others reach the service, and without FERRY_AUTH_ISSUER anyone could ` +
        'sign in. Set FERRY_AUTH_ISSUER, or leave it out.',
    );
  }
  if (given.sandbox === false) {
    problems.push('FERRY_SANDBOX=false needs FERRY_AUTH_ISSUER: without an issuer nobody could sign in.');
  }
  return problems;
}

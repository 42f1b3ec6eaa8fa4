import type { JWTPayload } from 'jose';
import { isGuid } from '../config/guid';
import { TokenRefusedError } from './auth-errors';
import type { Caller } from './caller';
import { DIRECTORY_ROLES, READ, READ_WRITE } from './permissions';

const ROLES_THAT_MIGRATE: readonly string[] = Object.values(DIRECTORY_ROLES);

/** The end of what a Date can say, in milliseconds (ECMAScript, "Time Values"). */
const LATEST_DATE = 8.64e15;

/** What each kind of caller is known by, best first: Entra's claims of both versions, OpenID Connect's, RFC 9068's. */
const NAMES_OF_PERSON = ['upn', 'preferred_username', 'unique_name', 'email', 'oid', 'sub'] as const;
const NAMES_OF_APPLICATION = ['azp', 'appid', 'client_id'] as const;

/**
 * Who a verified token speaks for. A token with scopes acts for a person, who needs a directory role as well; one
 * without acts for an application, whose permissions are its `roles` (contract page 1.2).
 *
 * @param tenant of callers whose token does not name one
 * @throws TokenRefusedError when a claim that says who it is is missing
 */
export function callerOf(claims: JWTPayload, tenant: string | null): Caller {
  const expiresAt = new Date(Math.min((claims.exp ?? 0) * 1_000, LATEST_DATE));
  const token = { tenantId: tenantOf(claims, tenant), expiresAt };
  return isDelegated(claims) ? { ...token, ...person(claims) } : { ...token, ...application(claims) };
}

function tenantOf(claims: JWTPayload, otherwise: string | null): string {
  const tenant = textOf(claims, 'tid') ?? otherwise;
  if (tenant === null) throw new TokenRefusedError('The claim tid is missing.');
  if (!isGuid(tenant)) throw new TokenRefusedError('The claim tid is not the id of a tenant.');
  return tenant.toLowerCase();
}

/**
 * Entra gives `scp` to people only, and says the kind in `idtyp` where it is configured to. Others write a `scope` for
 * an application that acts by itself, too; then the subject is the application (RFC 9068, section 2.2).
 */
function isDelegated(claims: JWTPayload): boolean {
  if (claims['scp'] !== undefined || claims['idtyp'] === 'user') return true;
  if (claims['scope'] === undefined || claims['idtyp'] === 'app') return false;
  const subject = textOf(claims, 'sub');
  return subject === undefined || !NAMES_OF_APPLICATION.some((name) => claims[name] === subject);
}

type Identity = Omit<Caller, 'tenantId' | 'expiresAt'>;

function person(claims: JWTPayload): Identity {
  const scopes = scopesOf(claims['scp'] ?? claims['scope']);
  const actor = firstOf(claims, NAMES_OF_PERSON);
  if (actor === undefined) throw new TokenRefusedError('The claim sub is missing.');
  const mayMigrate = textsIn(claims['wids']).some((role) => ROLES_THAT_MIGRATE.includes(role.toLowerCase()));
  return {
    actor,
    displayName: textOf(claims, 'name') ?? actor,
    kind: 'delegated',
    permissions: scopes,
    canRead: mayMigrate && (scopes.includes(READ) || scopes.includes(READ_WRITE)),
    canWrite: mayMigrate && scopes.includes(READ_WRITE),
  };
}

function application(claims: JWTPayload): Identity {
  const actor = firstOf(claims, NAMES_OF_APPLICATION);
  if (actor === undefined) throw new TokenRefusedError('The claim azp is missing.');
  const roles = textsIn(claims['roles']);
  return {
    actor,
    displayName: textOf(claims, 'app_displayname') ?? actor,
    kind: 'application',
    permissions: roles,
    canRead: roles.includes(READ) || roles.includes(READ_WRITE),
    canWrite: roles.includes(READ_WRITE),
  };
}

function firstOf(claims: JWTPayload, names: readonly string[]): string | undefined {
  // Whoever may choose an address without showing that it is theirs must not pass for its owner in a job's history.
  const trusted = names.filter((name) => name !== 'email' || claims['email_verified'] !== false);
  return trusted.map((name) => textOf(claims, name)).find((text) => text !== undefined);
}

/** A text with blanks (RFC 8693, section 4.2), or an array as some issuers have it. */
function scopesOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter((scope) => scope !== '') : textsIn(value);
}

function textOf(claims: JWTPayload, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

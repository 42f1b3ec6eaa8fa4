import type { JWTPayload } from 'jose';
import { TokenRefusedError } from './auth-errors';
import type { Caller } from './caller';
import { DIRECTORY_ROLES, READ, READ_WRITE } from './permissions';

const ROLES_THAT_MIGRATE: readonly string[] = Object.values(DIRECTORY_ROLES);
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Who a verified token speaks for. A token with `scp` acts for a person, who needs a directory role as well; one
 * without acts for an application, whose permissions are its `roles` (contract page 1.2).
 *
 * @throws TokenRefusedError when a claim that says who it is is missing
 */
export function callerOf(claims: JWTPayload): Caller {
  const tenantId = textOf(claims, 'tid')?.toLowerCase();
  if (tenantId === undefined || !GUID.test(tenantId)) throw new TokenRefusedError('The claim tid is missing.');
  const scopes = textOf(claims, 'scp');
  return scopes === undefined ? application(claims, tenantId) : person(claims, tenantId, scopes.split(' '));
}

function person(claims: JWTPayload, tenantId: string, scopes: readonly string[]): Caller {
  const actor = textOf(claims, 'upn') ?? textOf(claims, 'preferred_username') ?? textOf(claims, 'oid');
  if (actor === undefined) throw new TokenRefusedError('The claim upn is missing.');
  const mayMigrate = textsOf(claims, 'wids').some((role) => ROLES_THAT_MIGRATE.includes(role.toLowerCase()));
  return {
    tenantId,
    actor,
    displayName: textOf(claims, 'name') ?? actor,
    kind: 'delegated',
    permissions: scopes,
    canRead: mayMigrate && (scopes.includes(READ) || scopes.includes(READ_WRITE)),
    canWrite: mayMigrate && scopes.includes(READ_WRITE),
  };
}

function application(claims: JWTPayload, tenantId: string): Caller {
  const actor = textOf(claims, 'azp') ?? textOf(claims, 'appid');
  if (actor === undefined) throw new TokenRefusedError('The claim azp is missing.');
  const roles = textsOf(claims, 'roles');
  return {
    tenantId,
    actor,
    displayName: textOf(claims, 'app_displayname') ?? actor,
    kind: 'application',
    permissions: roles,
    canRead: roles.includes(READ) || roles.includes(READ_WRITE),
    canWrite: roles.includes(READ_WRITE),
  };
}

function textOf(claims: JWTPayload, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(claims: JWTPayload, name: string): readonly string[] {
  const value = claims[name];
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

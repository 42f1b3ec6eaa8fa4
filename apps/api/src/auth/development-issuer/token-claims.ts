import type { JWTPayload } from 'jose';
import { SANDBOX_APPLICATIONS, type SeedApplication, type SeedSignIn } from '../../sandbox/sandbox-directory';
import { DIRECTORY_ROLES, READ, READ_WRITE } from '../permissions';

/** The permission of a sandbox person or application. */
export const PERMISSIONS: Readonly<Record<'ReadWrite' | 'Read', string>> = { ReadWrite: READ_WRITE, Read: READ };

/** What the access token of a person says, beside issuer, audience and times. */
export function personClaims(person: SeedSignIn, clientId: string, permission: string): JWTPayload {
  return {
    ver: '2.0',
    tid: person.tenantId,
    oid: person.oid,
    sub: person.oid,
    azp: clientId,
    name: person.displayName,
    upn: person.upn,
    preferred_username: person.upn,
    scp: permission,
    wids: [DIRECTORY_ROLES.migrationAdministrator],
  };
}

/** What the access token of an application says, beside issuer, audience and times. */
export function applicationClaims(application: SeedApplication, tenantId: string): JWTPayload {
  const number = 0xa900 + SANDBOX_APPLICATIONS.findIndex(({ clientId }) => clientId === application.clientId);
  const oid = `${tenantId.slice(0, 8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  return {
    ver: '2.0',
    idtyp: 'app',
    tid: tenantId,
    oid,
    sub: oid,
    azp: application.clientId,
    appid: application.clientId,
    app_displayname: application.displayName,
    roles: application.scope === null ? [] : [PERMISSIONS[application.scope]],
  };
}

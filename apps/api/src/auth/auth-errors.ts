import { GraphHttpError } from '../graph/graph-http-error';
import type { Caller } from './caller';
import { type Access, NEEDED_PERMISSIONS } from './permissions';

/** A token that is not accepted, with the reason in words; the guard adds where to get a better one. */
export class TokenRefusedError extends Error {
  readonly code = 'tokenRefused';

  constructor(reason: string) {
    super(reason);
    this.name = 'TokenRefusedError';
  }
}

/** The issuer does not answer, so nobody can say whether a token is good. */
export class IssuerUnavailableError extends GraphHttpError {
  constructor(issuer: string, cause: unknown) {
    super(503, 'serviceNotAvailable', `The issuer ${issuer} does not answer. Try again later.`, {
      headers: { 'retry-after': '5' },
      cause,
    });
  }
}

/** 401, in the words of Graph (contract page 5.2). */
export class InvalidAuthenticationTokenError extends GraphHttpError {
  /** @param challenge value of `WWW-Authenticate` (RFC 6750, section 3) */
  constructor(message: string, challenge: string) {
    super(401, 'InvalidAuthenticationToken', message, { headers: { 'www-authenticate': challenge } });
  }
}

/** 403: the token is good, and lacks a permission or its person a directory role (contract page 5.2). */
export class AccessDeniedError extends GraphHttpError {
  constructor(caller: Caller, access: Access) {
    const needed = NEEDED_PERMISSIONS[access];
    const lacksPermission = !caller.permissions.some((permission) => needed.includes(permission));
    if (lacksPermission) {
      const [wanted, given] = [needed.join(', '), caller.permissions.join(', ')];
      super(
        403,
        'Forbidden',
        `Missing scope permissions on the request. API requires one of '${wanted}'. Scopes on the request '${given}'`,
      );
    } else {
      super(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation. The role Microsoft 365 Migration Administrator or Global Administrator is needed.',
      );
    }
  }
}

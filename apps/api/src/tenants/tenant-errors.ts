import { ConflictError, NotFoundError } from '../graph/graph-http-error';

/** The tenant is not one that the caller may know (404): unknown ones and foreign ones look alike. */
export class TenantNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`The tenant '${id}' does not exist, or is not one that you may see.`);
  }
}

/** A tenant is in a state that does not allow it (409), with a code that says which. */
export class TenantConflictError extends ConflictError {
  constructor(code: TenantConflict, message: string) {
    super(message, { details: [{ code, message }] });
  }
}

/** Why a tenant cannot be registered, changed or removed. */
export type TenantConflict =
  | 'tenantRegistered'
  | 'ownTenantMissing'
  | 'sandboxTenant'
  | 'sourceTenantOnly'
  | 'tenantHasJobs'
  | 'tenantHasEndpoints';

/** The caller's own tenant has to be registered before anything can be kept for it. */
export function ownTenantMissing(id: string): TenantConflictError {
  return new TenantConflictError(
    'ownTenantMissing',
    `Register your own tenant first: POST /api/v1/tenants with the id ${id} and kind open.`,
  );
}

/** Endpoints and people belong to the tenant of the caller, not to those that content comes from. */
export function sourceTenantOnly(id: string): TenantConflictError {
  return new TenantConflictError(
    'sourceTenantOnly',
    `The tenant '${id}' is one that content comes from. Endpoints and people are kept at your own tenant.`,
  );
}

import { catalogueError } from '@ferry/domain';
import { ConflictError, NotFoundError } from '../graph/graph-http-error';

/** The tenant is not one that the caller may know (404): unknown ones and foreign ones look alike. */
export class TenantNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`The tenant '${id}' does not exist, or is not one that you may see.`);
  }
}

/** A tenant is in a state that does not allow it (409), with a code of the catalogue that says which. */
export class TenantConflictError extends ConflictError {
  /** @param parameters of the sentence of the code */
  constructor(conflict: TenantConflict, parameters: readonly string[]) {
    const { code, message } = catalogueError(conflict, parameters);
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

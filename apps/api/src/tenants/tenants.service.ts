import type { MigrationEndpoint, Person, PersonCollection, Tenant } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../graph/graph-http-error';
import { decodePosition, encodePosition } from './people-position';
import { type PersonRecord, type TenantRecord, TenantsRepository } from './tenants.repository';

/** The tenant is not one that the caller may know (404): unknown ones and foreign ones look alike. */
export class TenantNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`The tenant '${id}' does not exist, or is not one that you may see.`);
  }
}

/** A page of people: the people, and the text that asks for the next page. */
export interface PeoplePage {
  readonly value: Person[];
  readonly next: string | null;
}

/** Tenants, their endpoints and their people. */
@Injectable()
export class TenantsService {
  constructor(private readonly tenants: TenantsRepository) {}

  /** A tenant by its id, whoever asks; for the caller's own tenant. */
  async get(tenantId: string): Promise<Tenant> {
    const tenant = await this.tenants.find(tenantId);
    if (!tenant) throw new TenantNotFoundError(tenantId);
    return toTenant(tenant);
  }

  /** The caller's tenant and those that its endpoints lead to. */
  async visibleTo(tenantId: string): Promise<Tenant[]> {
    return (await this.tenants.visibleTo(tenantId)).map(toTenant);
  }

  /** Makes sure that a caller may see a tenant. Throws {@link TenantNotFoundError}. */
  async requireVisible(callerTenantId: string, tenantId: string): Promise<void> {
    const visible = await this.tenants.visibleTo(callerTenantId);
    if (!visible.some((tenant) => tenant.id === tenantId)) throw new TenantNotFoundError(tenantId);
  }

  /** The endpoints that are registered at a tenant. */
  async endpoints(tenantId: string): Promise<MigrationEndpoint[]> {
    return (await this.tenants.endpoints(tenantId)).map(({ name, sourceTenantId }) => ({ name, sourceTenantId }));
  }

  /** A page of the people of a tenant, by name. */
  async people(tenantId: string, search: string | null, token: string | null, limit: number): Promise<PeoplePage> {
    const rows = await this.tenants.people(tenantId, search, token ? decodePosition(token) : null, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { value: shown.map(toPerson), next: rows.length > limit && last ? encodePosition(last) : null };
  }
}

function toTenant({ id, displayName, defaultDomain, kind }: TenantRecord): Tenant {
  return { id, displayName, defaultDomain, kind };
}

function toPerson({ id, displayName, mail, facts }: PersonRecord): PersonCollection['value'][number] {
  const sourceMail = facts['sourceMail'];
  return { id, displayName, mail, sourceMail: typeof sourceMail === 'string' ? sourceMail : null };
}

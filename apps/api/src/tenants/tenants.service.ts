import { type RegisterTenant, type Tenant, TenantKind, type UpdateTenant } from '@ferry/contracts';
import { OPEN_TENANT_SETTINGS } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { toServiceConnections } from '../connections/connection.mapper';
import { ConnectionsService } from '../connections/connections.service';
import { Database, type Orm } from '../database/database';
import { bodyRefusal } from '../graph/body-fault';
import { isGuid } from '../jobs/job-key';
import type { SecretHolder } from '../secrets/secret-place';
import { SecretsService } from '../secrets/secrets.service';
import { TenantConflictError, TenantNotFoundError } from './tenant-errors';
import { type TenantRecord, TenantsRepository } from './tenants.repository';

/**
 * The tenants that a tenant knows: itself, and those that it registered because content can come from them. Nobody else
 * sees what it registered (ADR 0030).
 */
@Injectable()
export class TenantsService {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsRepository,
    private readonly connections: ConnectionsService,
    private readonly secrets: SecretsService,
  ) {}

  /** The caller's own tenant; one that nobody has registered yet has only its id. */
  async own(tenantId: string): Promise<Tenant> {
    const tenant = await this.tenants.find(tenantId, tenantId);
    if (tenant) return this.shown(tenantId, tenant);
    return { id: tenantId, displayName: tenantId, defaultDomain: '', kind: TenantKind.Open, services: {} };
  }

  /** The caller's tenant and those that it registered, by name. */
  async visibleTo(tenantId: string): Promise<Tenant[]> {
    const dates = await this.secrets.dates(tenantId, 'tenant');
    const known = await this.tenants.visibleTo(tenantId);
    return known.map((tenant) => toTenant(tenant, dates.get(tenant.id)));
  }

  /** A tenant that the caller knows. @throws TenantNotFoundError */
  async get(callerTenantId: string, tenantId: string): Promise<Tenant> {
    return this.shown(callerTenantId, await this.require(callerTenantId, tenantId));
  }

  /** Makes sure that a caller knows a tenant, named in any letter case. @throws TenantNotFoundError */
  async require(callerTenantId: string, tenantId: string): Promise<TenantRecord> {
    const id = tenantId.toLowerCase();
    const tenant = isGuid(id) ? await this.tenants.find(callerTenantId, id) : null;
    if (!tenant) throw new TenantNotFoundError(tenantId);
    return tenant;
  }

  /**
   * Makes sure that a tenant is the caller's own, and registered: what is kept there belongs to it.
   *
   * @throws TenantNotFoundError, TenantConflictError
   */
  async requireOwn(callerTenantId: string, tenantId: string): Promise<TenantRecord> {
    if (tenantId.toLowerCase() !== callerTenantId) {
      throw new TenantConflictError('sourceTenantOnly', [(await this.require(callerTenantId, tenantId)).id]);
    }
    const own = await this.tenants.find(callerTenantId, callerTenantId);
    if (!own) throw new TenantConflictError('ownTenantMissing', [callerTenantId]);
    return own;
  }

  /** Registers the caller's own tenant, or one that content can come from. */
  async register(callerTenantId: string, body: RegisterTenant): Promise<Tenant> {
    if (body.kind !== TenantKind.Open) throw bodyRefusal([ONLY_OPEN]);
    const id = body.id.toLowerCase();
    const prepared = this.connections.prepare(body.services, {});
    const { displayName, defaultDomain } = body;
    const tenant = { id, displayName, defaultDomain: defaultDomain.toLowerCase(), kind: TenantKind.Open };
    await this.database.transaction(async (tx) => {
      if (id !== callerTenantId && !(await this.tenants.find(callerTenantId, callerTenantId, tx))) {
        throw new TenantConflictError('ownTenantMissing', [callerTenantId]);
      }
      const record = { ...tenant, settings: { ...OPEN_TENANT_SETTINGS }, services: prepared.stored };
      if (!(await this.tenants.add(tx, callerTenantId, record))) {
        throw new TenantConflictError('tenantRegistered', [id]);
      }
      await this.connections.saveSecrets(tx, callerTenantId, holderOf(id), prepared);
    });
    return this.get(callerTenantId, id);
  }

  /** Changes a tenant; of one of the sandbox only how it is reached. */
  async update(callerTenantId: string, tenantId: string, body: UpdateTenant): Promise<Tenant> {
    const id = tenantId.toLowerCase();
    await this.require(callerTenantId, id);
    await this.database.transaction(async (tx) => {
      const tenant = await this.tenants.lock(tx, callerTenantId, id);
      if (!tenant) throw new TenantNotFoundError(tenantId);
      const { displayName, defaultDomain } = body;
      const isRenamed = displayName !== undefined || defaultDomain !== undefined;
      if (isRenamed && tenant.kind === TenantKind.Sandbox) throw new TenantConflictError('sandboxTenant', [id]);
      const prepared = this.connections.prepare(body.services, tenant.services);
      await this.tenants.change(tx, callerTenantId, id, {
        ...(displayName === undefined ? {} : { displayName }),
        ...(defaultDomain === undefined ? {} : { defaultDomain: defaultDomain.toLowerCase() }),
        ...prepared.change,
      });
      await this.connections.saveSecrets(tx, callerTenantId, holderOf(id), prepared);
    });
    return this.get(callerTenantId, id);
  }

  /** Forgets a tenant that nothing depends on any more. */
  async remove(callerTenantId: string, tenantId: string): Promise<void> {
    const id = tenantId.toLowerCase();
    await this.require(callerTenantId, id);
    await this.database.transaction(async (tx) => {
      const tenant = await this.tenants.lock(tx, callerTenantId, id);
      if (!tenant) throw new TenantNotFoundError(tenantId);
      if (tenant.kind === TenantKind.Sandbox) throw new TenantConflictError('sandboxTenant', [id]);
      await this.refuseWhenNeeded(tx, callerTenantId, id);
      await this.secrets.remove(tx, callerTenantId, holderOf(id));
      await this.tenants.remove(tx, callerTenantId, id);
    });
  }

  private async refuseWhenNeeded(tx: Orm, callerTenantId: string, id: string): Promise<void> {
    const isOwn = id === callerTenantId;
    const jobs = await this.tenants.countJobs(tx, callerTenantId, isOwn ? null : id);
    if (jobs > 0) throw new TenantConflictError('tenantHasJobs', [id, String(jobs)]);
    const endpoints = isOwn ? [] : await this.tenants.endpointsTo(tx, callerTenantId, id);
    if (endpoints.length > 0) throw new TenantConflictError('tenantHasEndpoints', [id, endpoints.join(', ')]);
  }

  private async shown(callerTenantId: string, tenant: TenantRecord): Promise<Tenant> {
    const dates = await this.secrets.dates(callerTenantId, 'tenant', [tenant.id]);
    return toTenant(tenant, dates.get(tenant.id));
  }
}

const ONLY_OPEN = {
  of: 'value',
  code: 'invalidValue',
  message: 'kind must be open. Tenants of the sandbox are there from its start, and no more of them can be made.',
  target: 'kind',
} as const;

function holderOf(id: string): SecretHolder {
  return { kind: 'tenant', id };
}

function toTenant(
  { id, displayName, defaultDomain, kind, settings, services }: TenantRecord,
  secretDates: ReadonlyMap<string, Date> | undefined,
): Tenant {
  const prerequisites = Object.entries(settings).map(([name, met]) => ({ name, met }));
  return { id, displayName, defaultDomain, kind, services: toServiceConnections(services, secretDates), prerequisites };
}

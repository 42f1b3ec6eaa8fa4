import type {
  EndpointLimits,
  MigrationEndpoint,
  RegisterMigrationEndpoint,
  UpdateMigrationEndpoint,
} from '@ferry/contracts';
import { catalogueError } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { toServiceConnections } from '../connections/connection.mapper';
import { ConnectionsService } from '../connections/connections.service';
import { Database } from '../database/database';
import { type BodyFault, bodyRefusal } from '../graph/body-fault';
import { isStorable } from '../jobs/job-key';
import type { SecretHolder } from '../secrets/secret-place';
import { SecretsService } from '../secrets/secrets.service';
import { TenantsRepository } from '../tenants/tenants.repository';
import { TenantsService } from '../tenants/tenants.service';
import { EndpointConflictError, EndpointNotFoundError } from './endpoint-errors';
import {
  type EndpointChange,
  type EndpointRecord,
  MigrationEndpointsRepository,
} from './migration-endpoints.repository';

/** As many jobs are named by a refusal, so that it stays a sentence. */
const MOST_JOBS_NAMED = 5;

/** The migration endpoints of the caller's tenant. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: MigrationEndpointsRepository,
    private readonly registry: TenantsRepository,
    private readonly tenants: TenantsService,
    private readonly connections: ConnectionsService,
    private readonly secrets: SecretsService,
  ) {}

  /** The endpoints of a tenant by name: all of the caller's own; a source tenant has none that the caller may see. */
  async list(callerTenantId: string, tenantId: string): Promise<MigrationEndpoint[]> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    if (id !== callerTenantId) return [];
    const dates = await this.secrets.dates(id, 'endpoint');
    return (await this.endpoints.list(id)).map((endpoint) => toEndpoint(endpoint, dates.get(endpoint.name)));
  }

  async get(callerTenantId: string, tenantId: string, name: string): Promise<MigrationEndpoint> {
    const endpoint = await this.require(callerTenantId, tenantId, name);
    const dates = await this.secrets.dates(endpoint.tenantId, 'endpoint', [name]);
    return toEndpoint(endpoint, dates.get(name));
  }

  /** An endpoint of the caller's tenant. @throws TenantNotFoundError, EndpointNotFoundError */
  async require(callerTenantId: string, tenantId: string, name: string): Promise<EndpointRecord> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    const endpoint = id === callerTenantId && isStorable(name) ? await this.endpoints.find(id, name) : null;
    if (!endpoint) throw new EndpointNotFoundError(name);
    return endpoint;
  }

  /** Registers an endpoint that leads to a source tenant which is registered. */
  async register(
    callerTenantId: string,
    tenantId: string,
    body: RegisterMigrationEndpoint,
  ): Promise<MigrationEndpoint> {
    const own = await this.tenants.requireOwn(callerTenantId, tenantId);
    const { name } = body;
    const sourceTenantId = body.sourceTenantId.toLowerCase();
    const prepared = this.connections.prepare(body.services, {});
    await this.database.transaction(async (tx) => {
      const source = sourceTenantId === own.id ? null : await this.registry.lock(tx, own.id, sourceTenantId);
      if (!source) throw bodyRefusal([unknownSource(sourceTenantId)]);
      const limits = { connections: null, itemsPerSecond: null, bytesPerSecond: null, ...limitsOf(body.limits) };
      const endpoint = { tenantId: own.id, name, sourceTenantId, services: prepared.stored, ...limits };
      if (!(await this.endpoints.add(tx, endpoint))) throw new EndpointConflictError('endpointRegistered', [name]);
      await this.connections.saveSecrets(tx, own.id, holderOf(name), prepared);
    });
    return this.get(callerTenantId, own.id, name);
  }

  /** Changes how the source is reached, or what the endpoint allows; slices that begin from now on obey it. */
  async update(
    callerTenantId: string,
    tenantId: string,
    name: string,
    body: UpdateMigrationEndpoint,
  ): Promise<MigrationEndpoint> {
    const known = await this.require(callerTenantId, tenantId, name);
    await this.database.transaction(async (tx) => {
      const endpoint = await this.endpoints.lock(tx, known.tenantId, name);
      if (!endpoint) throw new EndpointNotFoundError(name);
      const prepared = this.connections.prepare(body.services, endpoint.services);
      await this.endpoints.change(tx, endpoint.tenantId, name, { ...prepared.change, ...limitsOf(body.limits) });
      await this.connections.saveSecrets(tx, endpoint.tenantId, holderOf(name), prepared);
    });
    return this.get(callerTenantId, known.tenantId, name);
  }

  /** Forgets an endpoint that no job needs any more. */
  async remove(callerTenantId: string, tenantId: string, name: string): Promise<void> {
    const known = await this.require(callerTenantId, tenantId, name);
    await this.database.transaction(async (tx) => {
      const endpoint = await this.endpoints.lock(tx, known.tenantId, name);
      if (!endpoint) throw new EndpointNotFoundError(name);
      const jobs = await this.endpoints.jobsUsing(tx, endpoint.tenantId, name, MOST_JOBS_NAMED + 1);
      if (jobs.length > 0) throw new EndpointConflictError('endpointHasJobs', [name, inWords(jobs)]);
      await this.secrets.remove(tx, endpoint.tenantId, holderOf(name));
      await this.endpoints.remove(tx, endpoint.tenantId, name);
    });
  }
}

/** 'wave-01', 'wave-02' and others. */
function inWords(jobs: readonly string[]): string {
  const named = jobs.slice(0, MOST_JOBS_NAMED).map((name) => `'${name}'`);
  return named.join(', ') + (jobs.length > MOST_JOBS_NAMED ? ' and others' : '');
}

function holderOf(name: string): SecretHolder {
  return { kind: 'endpoint', id: name };
}

/** The limits that a body names; null leaves one to the settings. */
function limitsOf(limits: EndpointLimits | undefined): Pick<EndpointChange, keyof EndpointLimits> {
  const { connections, itemsPerSecond, bytesPerSecond } = limits ?? {};
  return {
    ...(connections === undefined ? {} : { connections }),
    ...(itemsPerSecond === undefined ? {} : { itemsPerSecond }),
    ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
  };
}

function toEndpoint(
  { name, sourceTenantId, services, connections, itemsPerSecond, bytesPerSecond }: EndpointRecord,
  secretDates: ReadonlyMap<string, Date> | undefined,
): MigrationEndpoint {
  const limits = { connections, itemsPerSecond, bytesPerSecond };
  return { name, sourceTenantId, services: toServiceConnections(services, secretDates), limits };
}

function unknownSource(sourceTenantId: string): BodyFault {
  return { of: 'value', ...catalogueError('unknownSourceTenant', [sourceTenantId]), target: 'sourceTenantId' };
}

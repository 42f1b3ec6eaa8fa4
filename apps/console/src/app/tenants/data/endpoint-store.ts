import { inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, Tenant } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { connectionOf, draftOf } from './connection-draft';
import { TenantsApi } from './tenants-api';

/** One migration endpoint and the tenant that it leads to. */
@Service({ autoProvided: false })
export class EndpointStore {
  private readonly api = inject(TenantsApi);
  private readonly current = signal<MigrationEndpoint | null>(null);
  private readonly leadsTo = signal<Tenant | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly working = signal(false);
  private readonly refusal = signal<ServiceError | null>(null);
  private tenantId = '';

  readonly endpoint = this.current.asReadonly();
  readonly source = this.leadsTo.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  /** Why a change or the removal was refused. */
  readonly changeError = this.refusal.asReadonly();

  async load(tenantId: string, name: string): Promise<void> {
    this.tenantId = tenantId;
    this.failure.set(null);
    try {
      const endpoint = await this.api.endpoint(tenantId, name);
      this.leadsTo.set(await this.api.tenant(endpoint.sourceTenantId));
      this.current.set(endpoint);
    } catch (error) {
      this.failure.set(toServiceError(error));
    }
  }

  /** Puts another secret in the place of the one that is kept; false when it was refused. */
  replaceSecret(secret: string): Promise<boolean> {
    return this.trying(async ({ name, services }) => {
      if (services.Exchange === undefined) return;
      const Exchange = connectionOf({ ...draftOf(services.Exchange), secret });
      this.current.set(await this.api.updateEndpoint(this.tenantId, name, { services: { Exchange } }));
    });
  }

  /** Forgets the endpoint; false when the service refuses, which then says which jobs need it. */
  remove(): Promise<boolean> {
    return this.trying(({ name }) => this.api.removeEndpoint(this.tenantId, name));
  }

  private async trying(work: (endpoint: MigrationEndpoint) => Promise<void>): Promise<boolean> {
    const endpoint = this.current();
    if (endpoint === null) return false;
    this.working.set(true);
    this.refusal.set(null);
    try {
      await work(endpoint);
      return true;
    } catch (error) {
      this.refusal.set(toServiceError(error));
      return false;
    } finally {
      this.working.set(false);
    }
  }
}

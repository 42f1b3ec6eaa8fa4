import { computed, inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, PeopleFigures, Tenant } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { PeopleApi } from './people-api';
import { TenantsApi } from './tenants-api';

/** One tenant, the endpoints at it or to it, and its people in numbers. */
@Service({ autoProvided: false })
export class TenantStore {
  private readonly api = inject(TenantsApi);
  private readonly peopleApi = inject(PeopleApi);
  private readonly session = inject(SessionStore).session;
  private readonly current = signal<Tenant | null>(null);
  private readonly all = signal<readonly MigrationEndpoint[]>([]);
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly figures = signal<PeopleFigures | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly removing = signal(false);
  private readonly refusal = signal<ServiceError | null>(null);

  readonly tenant = this.current.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.removing.asReadonly();
  /** Why it cannot be removed. */
  readonly removalError = this.refusal.asReadonly();
  readonly people = this.figures.asReadonly();
  readonly isOwn = computed(() => this.current()?.id === this.session()?.tenant.id);
  /** Endpoints of the own tenant: all of them there, at a source those that lead to it. */
  readonly endpoints = computed(() =>
    this.all().filter(({ sourceTenantId }) => this.isOwn() || sourceTenantId === this.current()?.id),
  );
  /** Whether there is a tenant that an endpoint could lead to. */
  readonly hasSources = computed(() => this.names().size > 1);

  tenantName(id: string): string {
    return this.names().get(id) ?? id;
  }

  async load(tenantId: string): Promise<void> {
    this.failure.set(null);
    this.refusal.set(null);
    const own = this.session()?.tenant.id ?? tenantId;
    try {
      const [tenant, tenants, figures] = await Promise.all([
        this.api.tenant(tenantId),
        this.api.tenants(),
        tenantId === own ? this.peopleApi.figures(own) : null,
      ]);
      const isRegistered = tenants.some(({ id }) => id === own);
      this.all.set(isRegistered ? await this.api.endpoints(own) : []);
      this.names.set(new Map(tenants.map(({ id, displayName }) => [id, displayName])));
      this.figures.set(figures);
      this.current.set(tenant);
    } catch (error) {
      this.failure.set(toServiceError(error));
    }
  }

  /** Forgets the tenant; false when the service refuses, which then says why. */
  async remove(): Promise<boolean> {
    const tenant = this.current();
    if (tenant === null) return false;
    this.removing.set(true);
    this.refusal.set(null);
    try {
      await this.api.remove(tenant.id);
      return true;
    } catch (error) {
      this.refusal.set(toServiceError(error));
      return false;
    } finally {
      this.removing.set(false);
    }
  }
}

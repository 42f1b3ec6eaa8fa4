import { computed, inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, PeopleFigures, Tenant } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { PeopleApi } from './people-api';
import { TenantsApi } from './tenants-api';

/** A tenant of the list. What belongs to the own one alone is null for sources. */
export interface TenantRow {
  readonly tenant: Tenant;
  readonly isOwn: boolean;
  /** Endpoints that lead to it; of the own tenant those that are registered there. */
  readonly endpoints: number;
  readonly people: PeopleFigures | null;
}

/** The tenants that the caller's tenant knows: itself first, then its sources by name. */
@Service({ autoProvided: false })
export class TenantListStore {
  private readonly api = inject(TenantsApi);
  private readonly peopleApi = inject(PeopleApi);
  private readonly session = inject(SessionStore).session;
  private readonly tenants = signal<readonly Tenant[] | null>(null);
  private readonly endpoints = signal<readonly MigrationEndpoint[]>([]);
  private readonly figures = signal<PeopleFigures | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly busy = signal(false);

  readonly error = this.failure.asReadonly();
  readonly loading = this.busy.asReadonly();
  /** Null until they are known. */
  readonly rows = computed<readonly TenantRow[] | null>(() => {
    const rows = this.tenants()?.map((tenant): TenantRow => this.rowOf(tenant));
    return rows?.sort((one, other) => Number(other.isOwn) - Number(one.isOwn)) ?? null;
  });
  /** Whether the caller's own tenant has to be registered before anything else can be. */
  readonly lacksOwn = computed(() => this.rows()?.every(({ isOwn }) => !isOwn) ?? false);

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const tenants = await this.api.tenants();
      const own = tenants.find(({ id }) => id === this.ownId());
      if (own) {
        const [endpoints, figures] = await Promise.all([this.api.endpoints(own.id), this.peopleApi.figures(own.id)]);
        this.endpoints.set(endpoints);
        this.figures.set(figures);
      }
      this.tenants.set(tenants);
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.busy.set(false);
    }
  }

  private ownId(): string | undefined {
    return this.session()?.tenant.id;
  }

  private rowOf(tenant: Tenant): TenantRow {
    const isOwn = tenant.id === this.ownId();
    const leading = this.endpoints().filter(({ sourceTenantId }) => isOwn || sourceTenantId === tenant.id);
    return { tenant, isOwn, endpoints: leading.length, people: isOwn ? this.figures() : null };
  }
}

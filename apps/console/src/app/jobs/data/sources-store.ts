import { computed, inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, Tenant } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { JobDraftStore } from './job-draft-store';
import { TenantsApi } from '../../tenants/data/tenants-api';

/** Where content can come from: source tenants, and the endpoints that lead to them. */
@Service({ autoProvided: false })
export class SourcesStore {
  private readonly api = inject(TenantsApi);
  private readonly drafts = inject(JobDraftStore);
  private readonly session = inject(SessionStore).session;

  private readonly tenants = signal<readonly Tenant[]>([]);
  private readonly allEndpoints = signal<readonly MigrationEndpoint[]>([]);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly reading = signal(true);

  readonly error = this.failure.asReadonly();
  readonly loading = this.reading.asReadonly();
  readonly sources = computed(() => this.tenants().filter(({ id }) => id !== this.session()?.tenant.id));
  readonly endpoints = computed(() =>
    this.allEndpoints().filter(({ sourceTenantId }) => sourceTenantId === this.drafts.draft().sourceTenantId),
  );
  /** The source tenant of the draft; null while none is chosen. */
  readonly source = computed(() => this.tenants().find(({ id }) => id === this.drafts.draft().sourceTenantId) ?? null);

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    const tenant = this.session()?.tenant;
    if (tenant === undefined) return;
    this.failure.set(null);
    this.reading.set(true);
    try {
      const [tenants, endpoints] = await Promise.all([this.api.tenants(), this.api.endpoints(tenant.id)]);
      this.tenants.set(tenants);
      this.allEndpoints.set(endpoints);
      this.chooseOnlySource();
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.reading.set(false);
    }
  }

  /** Chooses a source tenant, and its endpoint if there is only one. */
  choose(sourceTenantId: string): void {
    this.drafts.change({ sourceTenantId, sourceEndpoint: '' });
    const [only, another] = this.endpoints();
    if (only !== undefined && another === undefined) this.drafts.change({ sourceEndpoint: only.name });
  }

  /** The source that an endpoint leads to, if there is only one such; else somebody must choose. */
  private chooseOnlySource(): void {
    if (this.drafts.draft().sourceTenantId !== '') return;
    const reachable = new Set(this.allEndpoints().map(({ sourceTenantId }) => sourceTenantId));
    const [only, another] = this.sources().filter(({ id }) => reachable.has(id));
    if (only !== undefined && another === undefined) this.choose(only.id);
  }
}

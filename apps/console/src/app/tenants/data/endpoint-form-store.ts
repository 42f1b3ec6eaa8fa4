import { computed, inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, Tenant } from '@ferry/contracts';
import {
  endpointChangeOf,
  type EndpointDraft,
  endpointDraftOf,
  endpointFaults,
  endpointRegistrationOf,
  NEW_ENDPOINT,
} from './endpoint-draft';
import { FormStore } from './form-store';
import { TenantsApi } from './tenants-api';

/** A migration endpoint that is being registered or changed. */
@Service({ autoProvided: false })
export class EndpointFormStore extends FormStore<EndpointDraft, MigrationEndpoint> {
  private readonly api = inject(TenantsApi);
  private readonly tenants = signal<readonly Tenant[]>([]);
  private readonly tenantId = signal('');

  /** Tenants that it can lead to. */
  readonly sources = computed(() => this.tenants().filter(({ id }) => id !== this.tenantId()));

  constructor() {
    super(NEW_ENDPOINT, endpointFaults);
  }

  /** Begins with an endpoint that is there, or with a new one to a source, if that is named. */
  begin(tenantId: string, name: string | null, sourceTenantId = ''): Promise<void> {
    this.tenantId.set(tenantId);
    return this.beginWith(async () => {
      const [tenants, before] = await Promise.all([
        this.api.tenants(),
        name === null ? null : this.api.endpoint(tenantId, name),
      ]);
      this.tenants.set(tenants);
      if (before !== null) return { before, draft: endpointDraftOf(before) };
      return { before, draft: { ...NEW_ENDPOINT, sourceTenantId: this.first(sourceTenantId) } };
    });
  }

  protected register(draft: EndpointDraft): Promise<MigrationEndpoint> {
    return this.api.registerEndpoint(this.tenantId(), endpointRegistrationOf(draft));
  }

  protected update({ name }: MigrationEndpoint, draft: EndpointDraft): Promise<MigrationEndpoint> {
    return this.api.updateEndpoint(this.tenantId(), name, endpointChangeOf(draft));
  }

  /** The source that was named, or the only one; else somebody must choose. */
  private first(wanted: string): string {
    const [only, another] = this.sources();
    if (this.sources().some(({ id }) => id === wanted)) return wanted;
    return only !== undefined && another === undefined ? only.id : '';
  }
}

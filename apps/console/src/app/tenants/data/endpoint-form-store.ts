import { computed, inject, Service, signal } from '@angular/core';
import type { MigrationEndpoint, Tenant } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import {
  endpointChangeOf,
  type EndpointDraft,
  endpointDraftOf,
  endpointFaults,
  endpointRegistrationOf,
  NEW_ENDPOINT,
} from './endpoint-draft';
import { FormFaults } from './form-faults';
import { TenantsApi } from './tenants-api';

/** A migration endpoint that is being registered or changed. */
@Service({ autoProvided: false })
export class EndpointFormStore {
  private readonly api = inject(TenantsApi);
  private readonly current = signal<EndpointDraft>(NEW_ENDPOINT);
  private readonly registered = signal<MigrationEndpoint | null>(null);
  private readonly tenants = signal<readonly Tenant[]>([]);
  private readonly tenantId = signal('');
  private readonly ready = signal(false);
  private readonly readFailure = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly sending = signal(false);
  private readonly form = new FormFaults(computed(() => endpointFaults(this.current(), this.registered())));

  readonly draft = this.current.asReadonly();
  /** The endpoint as it is; null for one that is new. */
  readonly before = this.registered.asReadonly();
  readonly loaded = this.ready.asReadonly();
  readonly loadError = this.readFailure.asReadonly();
  readonly faults = this.form.shown;
  readonly busy = this.sending.asReadonly();
  /** What the service refused for a reason that belongs to no field. */
  readonly error = this.refusal.asReadonly();
  /** Tenants that it can lead to. */
  readonly sources = computed(() => this.tenants().filter(({ id }) => id !== this.tenantId()));

  /** Begins with an endpoint that is there, or with a new one to a source, if that is named. */
  async begin(tenantId: string, name: string | null, sourceTenantId = ''): Promise<void> {
    this.readFailure.set(null);
    this.tenantId.set(tenantId);
    try {
      const [tenants, endpoint] = await Promise.all([
        this.api.tenants(),
        name === null ? null : this.api.endpoint(tenantId, name),
      ]);
      this.tenants.set(tenants);
      this.registered.set(endpoint);
      this.current.set(
        endpoint === null ? { ...NEW_ENDPOINT, sourceTenantId: this.first(sourceTenantId) } : endpointDraftOf(endpoint),
      );
      this.ready.set(true);
    } catch (error) {
      this.readFailure.set(toServiceError(error));
    }
  }

  change(part: Partial<EndpointDraft>, place: string): void {
    this.current.update((draft) => ({ ...draft, ...part }));
    this.refusal.set(null);
    this.form.change(place);
  }

  leave(place: string): void {
    this.form.leave(place);
  }

  /** The endpoint as it is now; null when something is wrong, here or in the eyes of the service. */
  async save(): Promise<MigrationEndpoint | null> {
    this.refusal.set(null);
    if (!this.form.passes() || this.sending()) return null;
    this.sending.set(true);
    const before = this.registered();
    try {
      if (before === null) {
        return await this.api.registerEndpoint(this.tenantId(), endpointRegistrationOf(this.current()));
      }
      return await this.api.updateEndpoint(this.tenantId(), before.name, endpointChangeOf(this.current()));
    } catch (error) {
      const refusal = toServiceError(error);
      if (!this.form.refuse(refusal.details)) this.refusal.set(refusal);
      return null;
    } finally {
      this.sending.set(false);
    }
  }

  /** The source that was named, or the only one; else somebody must choose. */
  private first(wanted: string): string {
    const [only, another] = this.sources();
    if (this.sources().some(({ id }) => id === wanted)) return wanted;
    return only !== undefined && another === undefined ? only.id : '';
  }
}

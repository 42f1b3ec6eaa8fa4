import { computed, inject, Service, signal } from '@angular/core';
import { type Tenant, TenantKind } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { FormFaults } from './form-faults';
import { changeOf, NEW_TENANT, registrationOf, type TenantDraft, tenantDraftOf, tenantFaults } from './tenant-draft';
import { TenantsApi } from './tenants-api';

/** A tenant that is being registered or changed. */
@Service({ autoProvided: false })
export class TenantFormStore {
  private readonly api = inject(TenantsApi);
  private readonly session = inject(SessionStore).session;
  private readonly current = signal<TenantDraft>(NEW_TENANT);
  private readonly registered = signal<Tenant | null>(null);
  private readonly ready = signal(false);
  private readonly readFailure = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly sending = signal(false);
  private readonly form = new FormFaults(computed(() => tenantFaults(this.current(), this.registered())));

  readonly draft = this.current.asReadonly();
  /** The tenant as it is; null for one that is new. */
  readonly before = this.registered.asReadonly();
  readonly loaded = this.ready.asReadonly();
  readonly loadError = this.readFailure.asReadonly();
  readonly faults = this.form.shown;
  readonly busy = this.sending.asReadonly();
  /** What the service refused for a reason that belongs to no field. */
  readonly error = this.refusal.asReadonly();
  /** Whether it is the tenant of the caller, by the id that stands in the form. */
  readonly isOwn = computed(() => this.current().id.trim().toLowerCase() === this.session()?.tenant.id);
  /** Whether only the connection may be changed, because the sandbox made the tenant. */
  readonly isOfSandbox = computed(() => this.registered()?.kind === TenantKind.Sandbox);

  /** Begins with a tenant that is there, or with a new one: the caller's own as long as that is not registered. */
  async begin(tenantId: string | null): Promise<void> {
    this.readFailure.set(null);
    try {
      if (tenantId === null) {
        const ownId = this.session()?.tenant.id ?? '';
        const hasOwn = (await this.api.tenants()).some(({ id }) => id === ownId);
        this.current.set(hasOwn ? NEW_TENANT : { ...NEW_TENANT, id: ownId });
      } else {
        const tenant = await this.api.tenant(tenantId);
        this.registered.set(tenant);
        this.current.set(tenantDraftOf(tenant));
      }
      this.ready.set(true);
    } catch (error) {
      this.readFailure.set(toServiceError(error));
    }
  }

  change(part: Partial<TenantDraft>, place: string): void {
    this.current.update((draft) => ({ ...draft, ...part }));
    this.refusal.set(null);
    this.form.change(place);
  }

  leave(place: string): void {
    this.form.leave(place);
  }

  /** The tenant as it is now; null when something is wrong, here or in the eyes of the service. */
  async save(): Promise<Tenant | null> {
    this.refusal.set(null);
    if (!this.form.passes() || this.sending()) return null;
    this.sending.set(true);
    const before = this.registered();
    try {
      if (before === null) return await this.api.register(registrationOf(this.current()));
      return await this.api.update(before.id, changeOf(this.current(), before));
    } catch (error) {
      const refusal = toServiceError(error);
      if (!this.form.refuse(refusal.details)) this.refusal.set(refusal);
      return null;
    } finally {
      this.sending.set(false);
    }
  }
}

import { computed, inject, Service } from '@angular/core';
import { type Tenant, TenantKind } from '@ferry/contracts';
import { SessionStore } from '../../session/session-store';
import { FormStore } from './form-store';
import { changeOf, NEW_TENANT, registrationOf, type TenantDraft, tenantDraftOf, tenantFaults } from './tenant-draft';
import { TenantsApi } from './tenants-api';

/** A tenant that is being registered or changed. */
@Service({ autoProvided: false })
export class TenantFormStore extends FormStore<TenantDraft, Tenant> {
  private readonly api = inject(TenantsApi);
  private readonly session = inject(SessionStore).session;

  /** Whether it is the tenant of the caller, by the id that stands in the form. */
  readonly isOwn = computed(() => this.draft().id.trim().toLowerCase() === this.session()?.tenant.id);
  /** Whether only the connection may be changed, because the sandbox made the tenant. */
  readonly isOfSandbox = computed(() => this.before()?.kind === TenantKind.Sandbox);

  constructor() {
    super(NEW_TENANT, tenantFaults);
  }

  /** Begins with a tenant that is there, or with a new one: the caller's own as long as that is not registered. */
  begin(tenantId: string | null): Promise<void> {
    return this.beginWith(async () => {
      if (tenantId !== null) {
        const before = await this.api.tenant(tenantId);
        return { before, draft: tenantDraftOf(before) };
      }
      const ownId = this.session()?.tenant.id ?? '';
      const hasOwn = (await this.api.tenants()).some(({ id }) => id === ownId);
      return { before: null, draft: hasOwn ? NEW_TENANT : { ...NEW_TENANT, id: ownId } };
    });
  }

  protected register(draft: TenantDraft): Promise<Tenant> {
    return this.api.register(registrationOf(draft));
  }

  protected update(before: Tenant, draft: TenantDraft): Promise<Tenant> {
    return this.api.update(before.id, changeOf(draft, before));
  }
}

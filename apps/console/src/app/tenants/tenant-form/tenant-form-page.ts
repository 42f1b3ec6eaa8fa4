import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TextField } from '../../ui/text-field/text-field';
import { ConnectionFields } from '../connection/connection-fields';
import { TenantFormStore } from '../data/tenant-form-store';
import { FormFrame } from '../form-frame/form-frame';
import { TENANT_FORM_TEXTS } from './tenant-form.texts';

/** Registers a tenant, or changes one. Faults are those that the service would find, because the same class finds them. */
@Component({
  selector: 'ferry-tenant-form-page',
  imports: [ConnectionFields, FormFrame, TextField],
  templateUrl: './tenant-form-page.html',
  styleUrl: '../form.css',
  providers: [TenantFormStore],
  host: { class: 'page' },
})
export class TenantFormPage {
  /** Absent for a tenant that is new. */
  readonly tenantId = input<string>();

  protected readonly store = inject(TenantFormStore);
  private readonly router = inject(Router);
  private readonly frame = viewChild.required(FormFrame);

  protected readonly texts = TENANT_FORM_TEXTS;
  protected readonly draft = this.store.draft;
  protected readonly isNew = computed(() => this.store.before() === null);
  protected readonly heading = computed(() => {
    const before = this.store.before();
    if (before !== null) return this.texts.edit(before.displayName);
    return this.store.isOwn() ? this.texts.newOwn : this.texts.newSource;
  });
  protected readonly lead = computed(() => {
    if (this.store.isOfSandbox()) return this.texts.leadSandbox;
    return this.store.isOwn() ? this.texts.leadOwn : this.texts.leadSource;
  });
  protected readonly back = computed(() => {
    const id = this.tenantId();
    return id === undefined ? ['/tenants'] : ['/tenants', id];
  });
  protected readonly crumbs = computed(() => {
    const before = this.store.before();
    const list = { label: this.texts.crumb, link: ['/tenants'] };
    return before === null ? [list] : [list, { label: before.displayName, link: ['/tenants', before.id] }];
  });

  constructor() {
    effect(() => {
      const id = this.tenantId() ?? null;
      untracked(() => void this.store.begin(id));
    });
  }

  protected fault(place: string): string | null {
    return this.store.faults()[place] ?? null;
  }

  protected async save(): Promise<void> {
    const tenant = await this.store.save();
    if (tenant !== null) await this.router.navigate(['/tenants', tenant.id]);
    else this.frame().focusFault();
  }
}

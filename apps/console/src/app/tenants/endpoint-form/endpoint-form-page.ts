import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { formatBytes } from '../../format/numbers';
import type { Crumb } from '../../ui/breadcrumb/breadcrumb';
import { SelectField } from '../../ui/select-field/select-field';
import { TextField } from '../../ui/text-field/text-field';
import { ConnectionFields } from '../connection/connection-fields';
import { EndpointFormStore } from '../data/endpoint-form-store';
import { FormFrame } from '../form-frame/form-frame';
import { ENDPOINT_FORM_TEXTS } from './endpoint-form.texts';

/** Registers a migration endpoint, or changes one: where it leads, how mail is reached, how hard it may be worked. */
@Component({
  selector: 'ferry-endpoint-form-page',
  imports: [ConnectionFields, FormFrame, SelectField, TextField],
  templateUrl: './endpoint-form-page.html',
  styleUrls: ['../form.css', './endpoint-form-page.css'],
  providers: [EndpointFormStore],
  host: { class: 'page' },
})
export class EndpointFormPage {
  readonly tenantId = input.required<string>();
  /** Absent for an endpoint that is new. */
  readonly name = input<string>();
  /** The source that a new endpoint is to lead to, where the address names one. */
  readonly source = input<string>();

  protected readonly store = inject(EndpointFormStore);
  private readonly router = inject(Router);
  private readonly frame = viewChild.required(FormFrame);

  protected readonly texts = ENDPOINT_FORM_TEXTS;
  protected readonly draft = this.store.draft;
  protected readonly isNew = computed(() => this.store.before() === null);
  protected readonly heading = computed(() => {
    const before = this.store.before();
    return before === null ? this.texts.heading : this.texts.edit(before.name);
  });
  protected readonly back = computed(() => {
    const name = this.name();
    return name === undefined ? ['/tenants', this.tenantId()] : ['/tenants', this.tenantId(), 'endpoints', name];
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    const name = this.name();
    const above = [
      { label: this.texts.crumb, link: ['/tenants'] },
      { label: this.texts.own, link: ['/tenants', this.tenantId()] },
    ];
    return name === undefined ? above : [...above, { label: name, link: this.back() }];
  });
  protected readonly sources = computed(() => [
    { value: '', label: this.texts.choose },
    ...this.store.sources().map(({ id, displayName, defaultDomain }) => ({
      value: id,
      label: `${displayName} (${defaultDomain})`,
    })),
  ]);
  protected readonly bytesHint = computed(() => {
    const bytes = Number(this.draft().bytesPerSecond);
    return bytes > 0 ? this.texts.bytesAre(formatBytes(bytes)) : this.texts.bytesHint;
  });

  constructor() {
    effect(() => {
      this.tenantId();
      this.name();
      untracked(() => void this.begin());
    });
  }

  protected begin(): Promise<void> {
    return this.store.begin(this.tenantId(), this.name() ?? null, this.source());
  }

  protected fault(place: string): string | null {
    return this.store.faults()[place] ?? null;
  }

  protected async save(): Promise<void> {
    const endpoint = await this.store.save();
    if (endpoint !== null) await this.router.navigate(['/tenants', this.tenantId(), 'endpoints', endpoint.name]);
    else this.frame().focusFault();
  }
}

import { Component, computed, effect, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type MigrationEndpoint, type Tenant, type Workload, WORKLOADS } from '@ferry/contracts';
import { WORKLOAD_FACES } from '../../jobs/labels/workload-faces';
import { PREFLIGHT_TEXTS } from '../../preflight/preflight.texts';
import { Choice } from '../../ui/choice/choice';
import { Icon } from '../../ui/icon/icon';
import { SelectField } from '../../ui/select-field/select-field';
import type { PreflightQuestion } from '../data/tenant-preflight-store';
import { namedPeople } from './named-people';
import { TENANT_PREFLIGHT_TEXTS } from './tenant-preflight.texts';

type Who = keyof (typeof TENANT_PREFLIGHT_TEXTS)['whoOptions'];

/** What is to be checked, and for whom. */
@Component({
  selector: 'ferry-preflight-form',
  imports: [Choice, Icon, MatButton, SelectField],
  templateUrl: './preflight-form.html',
  styleUrls: ['../form.css', './preflight-form.css'],
})
export class PreflightForm {
  readonly sources = input.required<readonly Tenant[]>();
  readonly endpoints = input.required<readonly MigrationEndpoint[]>();
  /** Object ids of the people who were chosen elsewhere, with commas between; absent for everybody. */
  readonly people = input<string>();
  /** Nothing can be asked while checks are made. */
  readonly busy = input(false);
  /** Something has been checked before. */
  readonly again = input(false);

  readonly asked = output<PreflightQuestion>();

  protected readonly texts = TENANT_PREFLIGHT_TEXTS;
  protected readonly words = PREFLIGHT_TEXTS;
  protected readonly whoOptions = Object.entries(this.texts.whoOptions).map(([value, label]) => ({ value, label }));
  protected readonly workloads = WORKLOADS.map((workload) => ({ workload, ...WORKLOAD_FACES[workload] }));

  protected readonly source = signal('');
  protected readonly endpoint = signal('');
  protected readonly chosenWorkloads = signal<ReadonlySet<Workload>>(new Set(WORKLOADS));
  protected readonly who = linkedSignal<Who>(() => (this.people() === undefined ? 'everybody' : 'named'));
  protected readonly names = linkedSignal(() => this.people()?.split(',').join('\n') ?? '');

  protected readonly sourceOptions = computed(() => [
    { value: '', label: this.texts.choose },
    ...this.sources().map(({ id, displayName }) => ({ value: id, label: displayName })),
  ]);
  private readonly leading = computed(() =>
    this.endpoints().filter(({ sourceTenantId }) => sourceTenantId === this.source()),
  );
  protected readonly endpointOptions = computed(() => [
    { value: '', label: this.texts.noEndpoint },
    ...this.leading().map(({ name }) => ({ value: name, label: name })),
  ]);
  private readonly named = computed(() => namedPeople(this.names()));
  protected readonly canRun = computed(
    () =>
      this.source() !== '' &&
      this.chosenWorkloads().size > 0 &&
      (this.who() === 'everybody' || this.named().length > 0) &&
      !this.busy(),
  );

  constructor() {
    effect(() => {
      const [only, another] = this.sources();
      untracked(() => only !== undefined && another === undefined && this.chooseSource(only.id));
    });
  }

  /** Its endpoint is chosen, too, where there is only one. */
  protected chooseSource(id: string): void {
    this.source.set(id);
    const [only, another] = this.leading();
    this.endpoint.set(only !== undefined && another === undefined ? only.name : '');
  }

  protected chooseWho(who: string): void {
    this.who.set(who === 'named' ? 'named' : 'everybody');
  }

  protected toggle(workload: Workload, event: Event): void {
    const chosen = new Set(this.chosenWorkloads());
    if (event.target instanceof HTMLInputElement && event.target.checked) chosen.add(workload);
    else chosen.delete(workload);
    this.chosenWorkloads.set(chosen);
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.names.set(event.target.value);
  }

  protected ask(event: Event): void {
    event.preventDefault();
    if (!this.canRun()) return;
    this.asked.emit({
      sourceTenantId: this.source(),
      sourceEndpoint: this.endpoint(),
      workloads: [...this.chosenWorkloads()],
      people: this.who() === 'everybody' ? null : this.named(),
    });
  }
}

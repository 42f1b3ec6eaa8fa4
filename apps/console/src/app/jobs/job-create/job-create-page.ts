import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { Router, RouterLink } from '@angular/router';
import type { Workload } from '@ferry/contracts';
import { formatQuantity } from '../../format/numbers';
import { DateTimeField } from '../../ui/date-time-field/date-time-field';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../labels/workload-faces';
import { DRAFT_FIELDS, type DraftField } from '../data/draft-faults';
import { JobCreateStore } from '../data/job-create-store';
import { PeoplePicker } from './people-picker/people-picker';

/** Writes a new job. Faults are those that the service would find, because the same class finds them. */
@Component({
  selector: 'ferry-job-create-page',
  imports: [DateTimeField, FailureNotice, Field, Icon, MatButton, MatCheckbox, PeoplePicker, RouterLink],
  templateUrl: './job-create-page.html',
  styleUrl: './job-create-page.css',
  providers: [JobCreateStore],
  host: { class: 'page' },
})
export class JobCreatePage {
  protected readonly store = inject(JobCreateStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly draft = this.store.draft;
  protected readonly faults = this.store.faults;
  protected readonly workloads = computed(() =>
    WORKLOAD_COLUMNS.map((workload) => ({
      workload,
      ...WORKLOAD_FACES[workload],
      chosen: this.draft().workloads.includes(workload),
    })),
  );
  protected readonly summary = computed(() => {
    const { people, workloads } = this.draft();
    return [
      formatQuantity(people.length, 'person', 'people'),
      formatQuantity(workloads.length, 'workload', 'workloads'),
    ].join(' · ');
  });

  protected toggle(workload: Workload, chosen: boolean): void {
    const others = this.draft().workloads.filter((candidate) => candidate !== workload);
    this.store.change({ workloads: chosen ? [...others, workload] : others }, 'workloads');
    this.store.leave('workloads');
  }

  protected valueOf(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }

  protected fault(field: DraftField): string | null {
    return this.faults()[field] ?? null;
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const id = await this.store.create();
    if (id === null) this.focusFirstFault();
    else await this.router.navigate(['/jobs', id]);
  }

  private focusFirstFault(): void {
    const field = DRAFT_FIELDS.find((candidate) => this.faults()[candidate] !== undefined);
    if (field !== undefined) this.document.getElementById(field)?.focus();
  }
}

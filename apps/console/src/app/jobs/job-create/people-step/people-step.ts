import { Component, computed, inject, input } from '@angular/core';
import { JobDraftStore } from '../../data/job-draft-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import type { StepFault } from '../step-faults';
import { DirectoryPicker } from './directory-picker';
import { PeopleList } from './people-list';

/** Who moves: from a list, or picked from the directory. */
@Component({
  selector: 'ferry-people-step',
  imports: [DirectoryPicker, PeopleList],
  template: `
    <div id="people" tabindex="-1" class="origins" role="group" [attr.aria-label]="texts.originLabel">
      @for (origin of origins; track origin) {
        <button
          class="chip"
          type="button"
          [attr.aria-pressed]="drafts.draft().origin === origin"
          (click)="drafts.change({ origin, leftOut: [] })"
        >
          {{ texts.origins[origin] }}
        </button>
      }
    </div>
    @if (fault(); as text) {
      <p class="fault" role="alert">{{ text }}</p>
    }
    @if (drafts.draft().origin === 'file') {
      <ferry-people-list />
    } @else {
      <ferry-directory-picker />
    }
  `,
  styles: `
    .origins {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      width: fit-content;
      margin-bottom: var(--space-4);
    }
    .fault {
      margin-bottom: var(--space-3);
      color: var(--bad);
    }
  `,
})
export class PeopleStep {
  readonly faults = input.required<readonly StepFault[]>();

  protected readonly drafts = inject(JobDraftStore);
  protected readonly texts = JOB_CREATE_TEXTS.people;
  protected readonly origins = ['file', 'directory'] as const;
  protected readonly fault = computed(
    () => this.faults().find(({ elementId }) => elementId === 'people')?.message ?? null,
  );
}

import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { OVERVIEW_TEXTS } from '../overview.texts';

/** Where there is no job yet: how to get to the first one, in a sandbox with its people. */
@Component({
  selector: 'ferry-first-steps',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <section class="card">
      <ferry-empty-state icon="ship" [heading]="sandbox() ? texts.sandboxHeading : texts.firstSteps">
        {{ sandbox() ? texts.sandboxHint : texts.firstStepsHint }}
        @if (!canWrite()) {
          {{ texts.readOnlyHint }}
        }
        @if (canWrite()) {
          <a action matButton="filled" routerLink="/jobs/new">{{ sandbox() ? texts.sandboxJob : texts.firstJob }}</a>
        }
      </ferry-empty-state>
    </section>
  `,
})
export class FirstSteps {
  readonly sandbox = input.required<boolean>();
  readonly canWrite = input.required<boolean>();

  protected readonly texts = OVERVIEW_TEXTS;
}

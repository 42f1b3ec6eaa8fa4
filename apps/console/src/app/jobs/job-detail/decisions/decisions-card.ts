import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PersonProgress } from '@ferry/contracts';
import { Icon } from '../../../ui/icon/icon';
import type { PendingDecision } from './pending-decisions';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

/** What the job waits for a person to decide: the approval of its migration, and skipped items of its people. */
@Component({
  selector: 'ferry-decisions-card',
  imports: [Icon, MatButton],
  template: `
    <section class="card" aria-labelledby="decisions-heading">
      <h2 id="decisions-heading" class="card-title">{{ texts.heading }}</h2>
      <ul>
        @if (approvalBy(); as creator) {
          <li>
            <h3><ferry-icon name="alert-triangle" />{{ texts.approval }}</h3>
            <p class="muted">{{ texts.approvalOf(creator) }}</p>
          </li>
        }
        @for (decision of decisions(); track decision.person.id) {
          <li class="person">
            <div>
              <h3><ferry-icon name="alert-triangle" />{{ decision.name }}</h3>
              @for (line of decision.what; track line) {
                <p class="muted">{{ line }}</p>
              }
            </div>
            @if (canDecide()) {
              <button
                matButton="outlined"
                type="button"
                [disabled]="disabled()"
                [attr.aria-label]="texts.lookFor(decision.name)"
                (click)="decide.emit(decision.person)"
              >
                {{ texts.look }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './decisions-card.css',
})
export class DecisionsCard {
  /** Who created a job that waits for another person's approval; null when it does not. */
  readonly approvalBy = input.required<string | null>();
  readonly decisions = input.required<readonly PendingDecision[]>();
  readonly canDecide = input(false);
  readonly disabled = input(false);

  readonly decide = output<PersonProgress>();

  protected readonly texts = JOB_DETAIL_TEXTS.decisions;
}

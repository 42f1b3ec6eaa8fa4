import { Component, computed, input } from '@angular/core';
import type { JobEvent } from '@ferry/contracts';
import { eventLine } from './event-lines';

const SHOWN_EVENTS = 20;

@Component({
  selector: 'ferry-events-card',
  template: `
    <section class="card" aria-labelledby="events-heading">
      <div class="card-title">
        <h2 id="events-heading">Latest events</h2>
        <span class="muted small">UTC</span>
      </div>
      <ol>
        @for (line of lines(); track line.id) {
          <li>
            <time class="numeric" [title]="line.exact">{{ line.time }}</time>
            <div>
              <p>
                <strong>{{ line.subject }}</strong>
                <span [class]="'outcome tone-' + line.tone">{{ line.outcome }}</span>
              </p>
              @if (line.cause !== '') {
                <p class="muted small">{{ line.cause }}</p>
              }
            </div>
          </li>
        } @empty {
          <li class="muted">Nothing has happened yet.</li>
        }
      </ol>
    </section>
  `,
  styles: `
    li {
      display: flex;
      gap: var(--space-4);
      padding: 7px 14px;
      overflow-wrap: anywhere;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    time {
      flex: none;
      color: var(--ink-2);
    }
    .outcome {
      margin-left: 4px;
      color: var(--tone);
      font-weight: var(--weight-medium);
    }
  `,
})
export class EventsCard {
  /** Newest first. */
  readonly events = input.required<readonly JobEvent[]>();

  protected readonly lines = computed(() => this.events().slice(0, SHOWN_EVENTS).map(eventLine));
}

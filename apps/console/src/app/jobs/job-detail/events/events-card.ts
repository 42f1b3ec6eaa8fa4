import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { JobEvent } from '@ferry/contracts';
import { eventLine } from './event-lines';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

/** How many lines are there at first, and how many each wish for earlier ones adds. */
const STEP = 20;

/** What happened, newest first; above the lines is room for what narrows them. */
@Component({
  selector: 'ferry-events-card',
  imports: [MatButton],
  template: `
    <section class="card" aria-labelledby="events-heading">
      <div class="card-title">
        <h2 id="events-heading">{{ texts.heading }}</h2>
        <span class="muted small">{{ texts.zone }}</span>
      </div>
      <ng-content />
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
          <li class="muted">{{ none() }}</li>
        }
      </ol>
      @if (hasMore()) {
        <div class="earlier">
          <button matButton type="button" [disabled]="busy()" (click)="showEarlier()">{{ texts.earlier }}</button>
        </div>
      }
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
    .earlier {
      padding: var(--space-3) 14px;
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
  /** Whether there are events before the last of them. */
  readonly hasEarlier = input(false);
  readonly busy = input(false);
  /** What is said where there is no event. */
  readonly none = input<string>(JOB_DETAIL_TEXTS.events.none);

  /** Somebody wants to see events before the last of them. */
  readonly earlier = output();

  private readonly shown = signal(STEP);

  protected readonly texts = JOB_DETAIL_TEXTS.events;
  protected readonly lines = computed(() => this.events().slice(0, this.shown()).map(eventLine));
  protected readonly hasMore = computed(() => this.shown() < this.events().length || this.hasEarlier());

  protected showEarlier(): void {
    this.shown.update((lines) => lines + STEP);
    if (this.shown() > this.events().length && this.hasEarlier()) this.earlier.emit();
  }
}

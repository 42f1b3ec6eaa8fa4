import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatTime } from '../../format/dates';
import { isPassing, ServiceContact } from '../../live/service-contact';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { FAILURE_NOTICE_TEXTS } from './failure-notice.texts';

/** What a failed request left to say; the shape of a ServiceError. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
}

/**
 * A request that failed: what, why, the code and the request id for whoever runs the service, and a way on. What was read
 * is asked for again by itself once the service has returned, or when the time is over that a 429 named; whoever was
 * asked to wait is not offered to ask at once. Anything else that was read may be asked for again.
 */
@Component({
  selector: 'ferry-failure-notice',
  imports: [Icon, MatButton],
  template: `
    <ferry-icon [name]="icon()" />
    <div class="text">
      <p class="heading">{{ heading() }}</p>
      <p>{{ error().message }}</p>
      @if (recovers()) {
        <p class="numeric">{{ outlook() }}</p>
      }
      <p class="small origin">
        <code>{{ error().code }}</code>
        @if (error().requestId; as id) {
          · {{ texts.request }} <code>{{ id }}</code>
        }
      </p>
    </div>
    @if (canRetry() && !waits()) {
      <button matButton="outlined" type="button" (click)="retry.emit()">{{ texts.retry }}</button>
    }
  `,
  host: { role: 'alert', class: 'tone-bad' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--space-4);
      padding: var(--space-4) 14px;
      background: var(--tone-soft);
      border-radius: var(--radius-card);
    }
    ferry-icon {
      margin-top: 2px;
      color: var(--tone);
    }
    .text {
      flex: 1 1 220px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .heading {
      color: var(--tone);
      font-weight: var(--weight-strong);
    }
    .origin {
      margin-top: var(--space-2);
      color: var(--ink-2);
    }
  `,
})
export class FailureNotice {
  readonly heading = input.required<string>();
  readonly error = input.required<Failure>();
  readonly canRetry = input(true);

  readonly retry = output();

  private readonly contact = inject(ServiceContact);

  protected readonly texts = FAILURE_NOTICE_TEXTS;
  protected readonly recovers = computed(() => this.canRetry() && isPassing(this.error()));
  /** Whether it is read again at a moment that the service named. */
  protected readonly waits = computed(() => this.recovers() && this.contact.state() === 'throttled');
  protected readonly outlook = computed(() => {
    const until = this.contact.pausedUntil();
    return until === null ? this.texts.byItself : this.texts.pausedUntil(formatTime(until));
  });
  protected readonly icon = computed<IconName>(() => {
    if (this.waits()) return 'clock-pause';
    return this.error().status === 0 ? 'wifi-off' : 'alert-triangle';
  });

  constructor() {
    const { returns } = this.contact;
    let seen = returns();
    effect(() => {
      const count = returns();
      if (count === seen) return;
      seen = count;
      untracked(() => this.recovers() && this.retry.emit());
    });
  }
}

import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isPassing, ServiceContact } from '../../live/service-contact';
import { Icon } from '../icon/icon';

/** What a failed request left to say; the shape of a ServiceError. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
}

/**
 * A request that failed: what, why, the code and the request id for whoever runs the service, and a way on. What was read
 * is asked for again by itself once the service has returned, or may be asked again.
 */
@Component({
  selector: 'ferry-failure-notice',
  imports: [Icon, MatButton],
  template: `
    <ferry-icon [name]="error().status === 0 ? 'wifi-off' : 'alert-triangle'" />
    <div class="text">
      <p class="heading">{{ heading() }}</p>
      <p>{{ error().message }}</p>
      @if (recovers()) {
        <p>{{ byItself }}</p>
      }
      <p class="small origin">
        <code>{{ error().code }}</code>
        @if (error().requestId; as id) {
          · request <code>{{ id }}</code>
        }
      </p>
    </div>
    @if (canRetry()) {
      <button matButton="outlined" type="button" (click)="retry.emit()">Try again</button>
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

  protected readonly byItself = 'This page goes on by itself as soon as the service answers.';
  protected readonly recovers = computed(() => this.canRetry() && isPassing(this.error()));

  constructor() {
    const { returns } = inject(ServiceContact);
    let seen = returns();
    effect(() => {
      const count = returns();
      if (count === seen) return;
      seen = count;
      untracked(() => this.recovers() && this.retry.emit());
    });
  }
}

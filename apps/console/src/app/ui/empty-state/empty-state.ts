import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** A place with nothing in it yet: what will be here, and (projected) how to get there. */
@Component({
  selector: 'ferry-empty-state',
  imports: [Icon],
  template: `
    <ferry-icon [name]="icon()" />
    <p class="heading">{{ heading() }}</p>
    <p class="muted"><ng-content /></p>
    <ng-content select="[action]" />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-8) var(--space-5);
      text-align: center;
    }
    ferry-icon {
      width: 24px;
      height: 24px;
      color: var(--ink-3);
    }
    .heading {
      font-weight: var(--weight-strong);
    }
    .muted {
      max-width: 440px;
      margin-bottom: var(--space-3);
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
}

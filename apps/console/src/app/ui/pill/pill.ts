import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import type { Tone } from '../tone';

/** A status in a word: icon and text on the soft colour of its tone. */
@Component({
  selector: 'ferry-pill',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <ferry-icon [name]="name" />
    }
    <span><ng-content /></span>
  `,
  host: { '[class]': '"tone-" + tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 22px;
      padding: 0 8px;
      color: var(--tone);
      background: var(--tone-soft);
      border: 1px solid var(--pill-outline);
      border-radius: 11px;
      font-size: var(--size-small);
      font-weight: var(--weight-strong);
      line-height: 16px;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    ferry-icon {
      width: 14px;
      height: 14px;
    }
  `,
})
export class Pill {
  readonly tone = input.required<Tone>();
  readonly icon = input<IconName>();
}

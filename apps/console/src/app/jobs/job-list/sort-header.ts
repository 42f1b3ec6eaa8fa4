import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { JobsQuery, SortKey } from '../data/jobs-query';

/** `<th ferrySortHeader key="name">`: the head of a column that sorts the list. */
@Component({
  selector: 'th[ferrySortHeader]',
  imports: [Icon],
  template: `
    <button type="button" (click)="sort.emit(key())">
      <ng-content />
      @if (isSorted()) {
        <ferry-icon [name]="query().descending ? 'arrow-down' : 'arrow-up'" />
      }
    </button>
  `,
  host: { scope: 'col', '[attr.aria-sort]': 'order()' },
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 24px;
      margin-left: -4px;
      padding: 0 4px;
      color: inherit;
      background: none;
      border: 0;
      border-radius: var(--radius-key);
      font: inherit;
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
    ferry-icon {
      width: 12px;
      height: 12px;
    }
  `,
})
export class SortHeader {
  readonly key = input.required<SortKey>();
  readonly query = input.required<JobsQuery>();

  readonly sort = output<SortKey>();

  protected readonly isSorted = computed(() => this.query().sort === this.key());
  protected readonly order = computed(() => {
    if (!this.isSorted()) return null;
    return this.query().descending ? 'descending' : 'ascending';
  });
}

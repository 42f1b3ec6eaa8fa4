import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatCount } from '../../format/numbers';
import { Icon } from '../../ui/icon/icon';
import { BULK_ACTIONS, type BulkAction } from '../data/bulk-run';
import { BULK_WORDS } from './bulk/bulk.texts';
import { JOB_LIST_TEXTS } from './job-list.texts';

/** What may be done to the jobs that are chosen; each leads to a preview. */
@Component({
  selector: 'ferry-selection-bar',
  imports: [Icon, MatButton],
  template: `
    <strong role="status">{{ text() }}</strong>
    @for (action of actions; track action.action) {
      <button matButton="outlined" type="button" [class.danger]="action.danger" (click)="act.emit(action.action)">
        <ferry-icon [name]="action.icon" />{{ action.label }}
      </button>
    }
    <button matButton type="button" (click)="clear.emit()"><ferry-icon name="x" />{{ texts.clearSelection }}</button>
  `,
  host: { role: 'group', '[attr.aria-label]': '"Selected jobs"' },
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 5;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) var(--card-padding);
      background: var(--surface);
      border-top: 1px solid var(--line-2);
      border-radius: 0 0 var(--radius-card) var(--radius-card);
    }
    strong {
      margin-right: var(--space-4);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 639px) {
      :host {
        bottom: 56px;
      }
    }
  `,
})
export class SelectionBar {
  readonly size = input.required<number>();

  readonly act = output<BulkAction>();
  readonly clear = output();

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly actions = BULK_ACTIONS.map((action) => ({ action, ...BULK_WORDS[action] }));
  protected readonly text = computed(() => this.texts.selected(formatCount(this.size())));
}

import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatCount } from '../../format/numbers';
import { Icon } from '../icon/icon';
import { UI_TEXTS } from '../ui.texts';

/** Which part of a list is shown, and the way to the next one. */
@Component({
  selector: 'ferry-pager',
  imports: [Icon, MatButton],
  template: `
    <p class="numeric muted" role="status">{{ text() }}</p>
    <button matButton="outlined" type="button" [disabled]="page() === 1" (click)="pageChange.emit(page() - 1)">
      <ferry-icon name="chevron-left" />{{ texts.previous }}
    </button>
    <button matButton="outlined" type="button" [disabled]="!hasNext()" (click)="pageChange.emit(page() + 1)">
      {{ texts.next }}<ferry-icon name="chevron-right" />
    </button>
  `,
  host: { role: 'navigation', '[attr.aria-label]': 'texts.pages' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) var(--card-padding);
      border-top: 1px solid var(--line);
    }
    p {
      flex: 1;
      min-width: 160px;
    }
    @media (max-width: 639px) {
      p {
        flex-basis: 100%;
      }
      button {
        flex: 1;
      }
    }
  `,
})
export class Pager {
  /** From 1 on. */
  readonly page = input.required<number>();
  readonly pageSize = input.required<number>();
  /** Rows that are shown. */
  readonly shown = input.required<number>();
  /** Rows of all pages; null when nobody counted them. */
  readonly total = input<number | null>(null);
  /** Whether there is another page; without it the total decides. */
  readonly more = input<boolean | null>(null);

  readonly pageChange = output<number>();

  private readonly first = computed(() => (this.page() - 1) * this.pageSize() + 1);
  protected readonly texts = UI_TEXTS;
  protected readonly hasNext = computed(
    () => this.more() ?? this.page() * this.pageSize() < (this.total() ?? Number.NaN),
  );
  protected readonly text = computed(() => {
    const [shown, total] = [this.shown(), this.total()];
    if (shown === 0) return this.texts.emptyPage;
    const [first, last] = [formatCount(this.first()), formatCount(this.first() + shown - 1)];
    return total === null ? this.texts.range(first, last) : this.texts.rangeOf(first, last, formatCount(total));
  });
}

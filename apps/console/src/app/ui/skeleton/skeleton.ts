import { Component, computed, input } from '@angular/core';
import { UI_TEXTS } from '../ui.texts';

/** Grey lines where rows will be. */
@Component({
  selector: 'ferry-skeleton',
  template: `
    <span class="visually-hidden" role="status">{{ texts.loading }}</span>
    @for (line of lines(); track line) {
      <span class="line" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 26px;
      padding: var(--space-6) 14px;
    }
    .line {
      height: 10px;
      background: var(--idle-soft);
      border-radius: 5px;
    }
    .line:nth-child(3n) {
      width: 86%;
    }
    .line:nth-child(3n + 1) {
      width: 71%;
    }
  `,
})
export class Skeleton {
  readonly rows = input(5);

  protected readonly texts = UI_TEXTS;
  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}

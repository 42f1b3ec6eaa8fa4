import { Component, computed, input } from '@angular/core';

/**
 * A label, the control (projected, with `id` = `for` and `aria-describedby` = `for` + "-note"), and below it the fault,
 * or else a hint.
 */
@Component({
  selector: 'ferry-field',
  template: `
    <label [attr.for]="for()">{{ label() }}</label>
    <ng-content />
    <p class="note small" [id]="for() + '-note'" [class.fault]="fault() !== null" aria-live="polite">{{ note() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    label {
      display: block;
      margin-bottom: var(--space-2);
      font-weight: var(--weight-medium);
    }
    .note {
      min-height: 16px;
      margin-top: var(--space-2);
      color: var(--ink-2);
    }
    .fault {
      color: var(--bad);
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly for = input.required<string>();
  readonly hint = input('');
  readonly fault = input<string | null>(null);

  protected readonly note = computed(() => this.fault() ?? this.hint());
}

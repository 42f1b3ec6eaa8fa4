import { Component, input, model, output } from '@angular/core';
import { Field } from '../field/field';

/** One of the values that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A choice of one among few, with its label, a hint, and its fault in place of the hint. */
@Component({
  selector: 'ferry-select-field',
  imports: [Field],
  template: `
    <ferry-field [label]="label()" [for]="inputId()" [hint]="hint()" [fault]="fault()">
      <select
        class="control"
        [id]="inputId()"
        [attr.aria-describedby]="inputId() + '-note'"
        [attr.aria-invalid]="fault() !== null"
        [disabled]="fixed()"
        (change)="value.set($any($event.target).value)"
        (blur)="left.emit()"
      >
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
        }
      </select>
    </ferry-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class SelectField {
  readonly label = input.required<string>();
  readonly inputId = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly hint = input('');
  readonly fault = input<string | null>(null);
  readonly fixed = input(false);
  readonly value = model.required<string>();

  readonly left = output();
}

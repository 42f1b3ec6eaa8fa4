import { Component, input, model, output } from '@angular/core';
import { Field } from '../field/field';

/** One line of text with its label, a hint, and its fault in place of the hint. */
@Component({
  selector: 'ferry-text-field',
  imports: [Field],
  template: `
    <ferry-field [label]="label()" [for]="inputId()" [hint]="hint()" [fault]="fault()">
      <input
        class="control"
        spellcheck="false"
        [id]="inputId()"
        [type]="type()"
        [class.numeric]="type() === 'number'"
        [autocomplete]="type() === 'password' ? 'new-password' : 'off'"
        [attr.aria-describedby]="inputId() + '-note'"
        [attr.aria-invalid]="fault() !== null"
        [attr.aria-required]="required() || null"
        [attr.placeholder]="placeholder() || null"
        [attr.min]="type() === 'number' ? min() : null"
        [readOnly]="fixed()"
        [value]="value()"
        (input)="value.set($any($event.target).value)"
        (blur)="left.emit()"
      />
    </ferry-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class TextField {
  readonly label = input.required<string>();
  readonly inputId = input.required<string>();
  readonly type = input<'text' | 'number' | 'password'>('text');
  readonly hint = input('');
  readonly placeholder = input('');
  readonly fault = input<string | null>(null);
  readonly required = input(false);
  /** It can be read and copied, and not changed. */
  readonly fixed = input(false);
  readonly min = input(0);
  readonly value = model.required<string>();

  /** The focus has left it: what is wrong may be said from now on. */
  readonly left = output();
}

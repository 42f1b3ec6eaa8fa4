import { Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** One of few that exclude each other. */
export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
}

/** A few choices side by side, of which one holds: radio buttons, drawn as one control. */
@Component({
  selector: 'ferry-choice',
  imports: [Icon],
  template: `
    <fieldset>
      <legend [class.visually-hidden]="hideLabel()">{{ label() }}</legend>
      <div class="options">
        @for (option of options(); track option.value) {
          <label>
            <input
              type="radio"
              [name]="name()"
              [value]="option.value"
              [checked]="option.value === value()"
              [attr.aria-describedby]="hint() === '' ? null : name() + '-hint'"
              (change)="value.set(option.value)"
            />
            @if (option.icon; as icon) {
              <ferry-icon [name]="icon" />
            }
            {{ option.label }}
          </label>
        }
      </div>
      @if (hint() !== '') {
        <p class="muted small" [id]="name() + '-hint'">{{ hint() }}</p>
      }
    </fieldset>
  `,
  styleUrl: './choice.css',
})
export class Choice {
  readonly label = input.required<string>();
  /** Unique on the page. */
  readonly name = input.required<string>();
  readonly options = input.required<readonly ChoiceOption[]>();
  readonly hint = input('');
  /** Where what is beside it says to the eye what is chosen; it is still heard. */
  readonly hideLabel = input(false);
  readonly value = model.required<string>();
}

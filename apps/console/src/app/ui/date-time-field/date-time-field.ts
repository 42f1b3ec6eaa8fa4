import { Component, computed, effect, input, model, signal, untracked } from '@angular/core';
import { formatDateTime } from '../../format/dates';
import { fromLocal, toLocal } from './local-date-time';

/** A date and a time in the zone of the browser, with the same moment in UTC beside it. */
@Component({
  selector: 'ferry-date-time-field',
  template: `
    <div class="parts">
      <input
        class="control"
        type="date"
        [id]="inputId()"
        [attr.aria-label]="label() + ', date'"
        [attr.aria-invalid]="invalid()"
        [attr.aria-describedby]="describedBy()"
        [disabled]="disabled()"
        [value]="parts().date"
        (input)="change({ date: $any($event.target).value, time: parts().time })"
      />
      <input
        class="control numeric"
        type="time"
        [attr.aria-label]="label() + ', time'"
        [attr.aria-invalid]="invalid()"
        [disabled]="disabled()"
        [value]="parts().time"
        (input)="change({ date: parts().date, time: $any($event.target).value })"
      />
    </div>
    <p class="zones muted small numeric">{{ zone }} · {{ utc() }}</p>
  `,
  styles: `
    .parts {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-3);
    }
    .zones {
      margin-top: var(--space-2);
    }
  `,
})
export class DateTimeField {
  readonly label = input.required<string>();
  readonly inputId = input.required<string>();
  readonly invalid = input(false);
  readonly disabled = input(false);
  readonly describedBy = input<string | null>(null);
  /** Null while it is incomplete. */
  readonly value = model.required<Date | null>();

  protected readonly parts = signal({ date: '', time: '' });
  protected readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly utc = computed(() => {
    const moment = this.value();
    return moment === null ? 'not complete' : formatDateTime(moment);
  });

  constructor() {
    effect(() => {
      const moment = this.value();
      untracked(() => {
        if (moment !== null && moment.getTime() !== fromLocal(this.parts())?.getTime()) this.parts.set(toLocal(moment));
      });
    });
  }

  protected change(parts: { date: string; time: string }): void {
    this.parts.set(parts);
    this.value.set(fromLocal(parts));
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { formatExact, formatRelative } from '../format/dates';
import { ServiceClock } from './service-clock';

/** "3 s ago", "in 2 h 10 min", with the exact time in UTC on hover. Moves with the clock of the service. */
@Component({
  selector: 'ferry-relative-time',
  template: `<time class="numeric" [attr.datetime]="date().toISOString()" [title]="exact()">{{ text() }}</time>`,
  styles: `
    time {
      white-space: nowrap;
    }
  `,
})
export class RelativeTime {
  readonly date = input.required<Date>();

  private readonly clock = inject(ServiceClock);

  protected readonly exact = computed(() => formatExact(this.date()));
  protected readonly text = computed(() => formatRelative(this.date(), this.clock.now()));
}

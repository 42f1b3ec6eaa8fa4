import { Component, computed, input } from '@angular/core';
import type { CutoverDay } from '@ferry/contracts';
import { formatDay, formatWeekday } from '../../format/dates';
import { formatQuantity } from '../../format/numbers';
import { OVERVIEW_TEXTS } from '../overview.texts';

const DAY = 86_400_000;
const DAYS = 14;

/** Today and the thirteen days behind it, in UTC, with how many cutovers each of them has. */
@Component({
  selector: 'ferry-calendar-strip',
  template: `
    <ol [attr.aria-label]="texts.calendar">
      @for (day of strip(); track day.key) {
        <li [class.weekend]="day.weekend" [class.busy]="day.jobs > 0">
          <span class="visually-hidden">{{ day.text }}</span>
          <span class="weekday" aria-hidden="true">{{ day.weekday }}</span>
          <span class="date numeric" aria-hidden="true">{{ day.date }}</span>
          <span class="jobs numeric" aria-hidden="true">{{ day.jobs === 0 ? '' : day.jobs }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './calendar-strip.css',
})
export class CalendarStrip {
  readonly now = input.required<Date>();
  readonly days = input.required<readonly CutoverDay[]>();

  protected readonly texts = OVERVIEW_TEXTS;
  private readonly today = computed(() => Math.floor(this.now().getTime() / DAY) * DAY);
  protected readonly strip = computed(() => {
    const counts = new Map(this.days().map(({ startDateTime, jobs }) => [startDateTime.getTime(), jobs]));
    return Array.from({ length: DAYS }, (_, index) => {
      const start = new Date(this.today() + index * DAY);
      const jobs = counts.get(start.getTime()) ?? 0;
      const many = jobs === 0 ? 'no cutover' : formatQuantity(jobs, 'cutover', 'cutovers');
      const day = index === 0 ? `${formatDay(start)}, ${OVERVIEW_TEXTS.today}` : formatDay(start);
      return {
        key: start.getTime(),
        weekday: formatWeekday(start),
        date: start.getUTCDate(),
        weekend: [0, 6].includes(start.getUTCDay()),
        jobs,
        text: `${day}: ${many}`,
      };
    });
  });
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Cutover, CutoverDay } from '@ferry/contracts';
import { formatDay, formatSpan, formatTime } from '../../format/dates';
import { formatQuantity } from '../../format/numbers';
import { jobLink } from '../../jobs/job-links';
import { JOB_STATUS_FACES } from '../../jobs/labels/job-status-faces';
import { Pill } from '../../ui/pill/pill';
import { OVERVIEW_TEXTS } from '../overview.texts';
import { CalendarStrip } from './calendar-strip';
import { cutoverReadiness } from './cutover-readiness';

/** A calendar of the next two weeks, and the cutovers that come first. */
@Component({
  selector: 'ferry-cutovers-card',
  imports: [CalendarStrip, Pill, RouterLink],
  templateUrl: './cutovers-card.html',
  styleUrl: './cutovers-card.css',
})
export class CutoversCard {
  readonly now = input.required<Date>();
  readonly cutovers = input.required<readonly Cutover[]>();
  readonly days = input.required<readonly CutoverDay[]>();

  protected readonly texts = OVERVIEW_TEXTS;
  protected readonly lines = computed(() =>
    this.cutovers().map((cutover) => {
      const { job, people } = cutover;
      const date = job.completeAfterDateTime;
      return {
        id: job.id,
        name: job.displayName,
        link: jobLink(job.id),
        day: formatDay(date),
        time: formatTime(date),
        span: `in ${formatSpan(Math.max(0, date.getTime() - this.now().getTime()))}`,
        tone: cutover.awaitsApproval ? ('wait' as const) : JOB_STATUS_FACES[job.status].tone,
        details: `${formatQuantity(people, 'person', 'people')} · ${cutoverReadiness(cutover)}`,
      };
    }),
  );
}

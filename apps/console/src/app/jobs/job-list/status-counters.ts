import { Component, computed, input, output } from '@angular/core';
import { type JobCounts, JobStatus } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { Icon } from '../../ui/icon/icon';
import type { JobsQuery } from '../data/jobs-query';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { JOB_LIST_TEXTS } from './job-list.texts';

/** How many jobs there are in each status; a press on a number shows these, and another one all again. */
@Component({
  selector: 'ferry-status-counters',
  imports: [Icon],
  template: `
    <button class="chip" type="button" [attr.aria-pressed]="isAll()" (click)="show([], false)">
      {{ texts.all }} <span>{{ total() }}</span>
    </button>
    <button
      class="chip tone-warn"
      type="button"
      [attr.aria-pressed]="query().attention"
      (click)="show([], !query().attention)"
    >
      <ferry-icon name="alert-triangle" />{{ texts.needAttention }} <span>{{ attention() }}</span>
    </button>
    @for (counter of counters(); track counter.status) {
      <button
        class="chip"
        type="button"
        [class]="'tone-' + counter.face.tone"
        [attr.aria-pressed]="counter.pressed"
        (click)="toggle(counter.status)"
      >
        <ferry-icon [name]="counter.face.icon" />{{ counter.face.label }} <span>{{ counter.count }}</span>
      </button>
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'texts.counters' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      padding: var(--space-4) var(--card-padding);
      border-bottom: 1px solid var(--line);
    }
    .chip ferry-icon {
      width: 14px;
      height: 14px;
      color: var(--tone);
    }
    .chip span {
      color: var(--ink);
      font-weight: var(--weight-strong);
    }
  `,
})
export class StatusCounters {
  readonly query = input.required<JobsQuery>();
  /** Null before they are known. */
  readonly counts = input.required<JobCounts | null>();

  readonly queryChange = output<JobsQuery>();

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly total = computed(() => this.said(this.counts()?.jobs));
  protected readonly attention = computed(() => this.said(this.counts()?.needAttention));
  protected readonly isAll = computed(() => this.query().statuses.length === 0 && !this.query().attention);
  /** Whatever occurs, and whatever is chosen though nothing has it. */
  protected readonly counters = computed(() => {
    const known = new Map(this.counts()?.statuses.map(({ status, jobs }) => [status, jobs]));
    const { statuses } = this.query();
    return Object.values(JobStatus)
      .filter((status) => known.has(status) || statuses.includes(status))
      .map((status) => ({
        status,
        face: JOB_STATUS_FACES[status],
        count: this.said(known.get(status) ?? (this.counts() === null ? undefined : 0)),
        pressed: statuses.includes(status),
      }));
  });

  protected toggle(status: JobStatus): void {
    const { statuses } = this.query();
    this.show(statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status], false);
  }

  protected show(statuses: readonly JobStatus[], attention: boolean): void {
    this.queryChange.emit({ ...this.query(), statuses, attention, page: 1 });
  }

  private said(count: number | undefined): string {
    return count === undefined ? '' : formatCount(count);
  }
}

import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ALL_JOBS, CUTOVER_SPANS, type CutoverSpan, type JobsQuery, leavesOut, type SortKey } from '../data/jobs-query';
import { ShortcutTarget } from '../../shortcuts/shortcut-target';
import { Icon } from '../../ui/icon/icon';
import { CUTOVER_LABELS, JOB_LIST_TEXTS, SORT_LABELS } from './job-list.texts';

/** Search and filters of the list; each change is a new query. On a phone, where there are no columns, also the order. */
@Component({
  selector: 'ferry-job-filters',
  imports: [Icon, MatButton, ShortcutTarget],
  template: `
    <label class="search">
      <span class="visually-hidden">{{ texts.searchLabel }}</span>
      <ferry-icon name="search" />
      <input
        class="control"
        type="search"
        ferryShortcut="/"
        [shortcutLabel]="texts.searchShortcut"
        [placeholder]="texts.search"
        [value]="query().search"
        (change)="change({ search: text($event) })"
      />
    </label>
    <label>
      <span>{{ texts.creator }}</span>
      <input class="control" [value]="query().creator" (change)="change({ creator: text($event) })" />
    </label>
    <label>
      <span>{{ texts.endpoint }}</span>
      <input class="control" [value]="query().endpoint" (change)="change({ endpoint: text($event) })" />
    </label>
    <label>
      <span>{{ texts.cutover }}</span>
      <select class="control" [value]="query().cutover ?? ''" (change)="changeCutover(text($event))">
        <option value="">{{ texts.anyCutover }}</option>
        @for (span of spans; track span.span) {
          <option [value]="span.span" [selected]="span.span === query().cutover">{{ span.label }}</option>
        }
      </select>
    </label>
    <label class="order">
      <span>{{ texts.order }}</span>
      <select class="control" (change)="changeSort(text($event))">
        @for (order of orders; track order.key) {
          <option [value]="order.key" [selected]="order.key === query().sort">{{ order.label }}</option>
        }
      </select>
    </label>
    @if (isNarrowed()) {
      <button matButton type="button" (click)="queryChange.emit(everything)">
        <ferry-icon name="x" />{{ texts.clear }}
      </button>
    }
  `,
  styleUrl: './job-filters.css',
})
export class JobFilters {
  readonly query = input.required<JobsQuery>();

  readonly queryChange = output<JobsQuery>();

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly everything = ALL_JOBS;
  protected readonly spans = CUTOVER_SPANS.map((span) => ({ span, label: CUTOVER_LABELS[span] }));
  protected readonly orders = Object.entries(SORT_LABELS).map(([key, label]) => ({ key, label }));
  protected readonly isNarrowed = computed(() => leavesOut(this.query()));

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value.trim() : '';
  }

  protected changeCutover(word: string): void {
    this.change({ cutover: CUTOVER_SPANS.find((span: CutoverSpan) => span === word) ?? null });
  }

  protected changeSort(word: string): void {
    const sort = (Object.keys(SORT_LABELS) as SortKey[]).find((key) => key === word) ?? ALL_JOBS.sort;
    this.change({ sort, descending: sort === 'created' || sort === 'updated' });
  }

  /** Another list begins at its first page. */
  protected change(part: Partial<JobsQuery>): void {
    this.queryChange.emit({ ...this.query(), ...part, page: 1 });
  }
}

import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { JobProgress } from '@ferry/contracts';
import { formatSpan } from '../../../format/dates';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Choice } from '../../../ui/choice/choice';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { ThroughputStore } from '../../data/throughput-store';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { ThroughputChart } from './throughput-chart';
import { amountText, rateFigures, rateText, type ThroughputUnit } from './throughput-figures';
import { ThroughputFills, WORKLOAD_FILLS } from './throughput-fills';
import { ThroughputTable } from './throughput-table';
import { THROUGHPUT_TEXTS } from './throughput.texts';

/** How quickly a job moves, and moved: a chart by workload, or the same as a table. */
@Component({
  selector: 'ferry-throughput-card',
  imports: [Choice, FailureNotice, Icon, MatButton, Skeleton, ThroughputChart, ThroughputFills, ThroughputTable],
  templateUrl: './throughput-card.html',
  styleUrl: './throughput-card.css',
  providers: [ThroughputStore],
})
export class ThroughputCard {
  /** The job as it is told live; each change of it may be one of the throughput. */
  readonly progress = input.required<JobProgress>();

  protected readonly store = inject(ThroughputStore);
  protected readonly texts = THROUGHPUT_TEXTS;
  protected readonly faces = WORKLOAD_FACES;
  protected readonly fills = WORKLOAD_FILLS;
  protected readonly units = [
    { value: 'items', label: THROUGHPUT_TEXTS.items },
    { value: 'bytes', label: THROUGHPUT_TEXTS.bytes },
  ];
  protected readonly chosen = signal('items');
  protected readonly isTable = signal(false);

  protected readonly unit = computed<ThroughputUnit>(() => (this.chosen() === 'bytes' ? 'bytes' : 'items'));
  protected readonly figures = computed(() => {
    const throughput = this.store.throughput();
    return throughput === null ? null : rateFigures(throughput, this.unit());
  });
  protected readonly facts = computed(() => {
    const figures = this.figures();
    if (figures === null) return [];
    const rate = (value: number) => rateText(value, this.unit());
    return [
      { name: THROUGHPUT_TEXTS.moved, value: amountText(figures.moved, this.unit()) },
      { name: THROUGHPUT_TEXTS.average, value: rate(figures.average) },
      { name: THROUGHPUT_TEXTS.peak, value: rate(figures.peak) },
    ];
  });
  protected readonly interval = computed(() => formatSpan((this.store.throughput()?.intervalSeconds ?? 0) * 1_000));
  protected readonly tableName = computed(() => THROUGHPUT_TEXTS.tableName(this.interval()));
  protected readonly chartName = computed(() => {
    const [, average, peak] = this.facts();
    return THROUGHPUT_TEXTS.chartName(average?.value ?? '', peak?.value ?? '');
  });

  constructor() {
    effect(() => {
      const { id } = this.progress().job;
      untracked(() => this.store.changed(id));
    });
  }
}

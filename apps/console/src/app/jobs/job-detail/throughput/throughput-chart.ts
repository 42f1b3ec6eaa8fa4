import { Component, computed, input } from '@angular/core';
import type { Workload } from '@ferry/contracts';
import { formatExact, formatLocalMoment, formatLocalTime } from '../../../format/dates';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { type RateFigures, rateText, type ThroughputUnit } from './throughput-figures';
import { WORKLOAD_FILLS } from './throughput-fills';

/** Height of the area of the bars, in pixels. */
const HEIGHT = 120;
/** Room for so many bars, at least: a single one is not a wall. */
const FEWEST_PLACES = 24;
/** The part of its place that a bar takes. */
const BAR_PART = 0.8;
const DAY = 86_400_000;

/** A piece of a bar, in percent across and pixels down. */
interface Piece {
  readonly service: Workload;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bars over time, stacked by workload; told apart by pattern, because colours say how things stand. */
@Component({
  selector: 'ferry-throughput-chart',
  templateUrl: './throughput-chart.html',
  styleUrl: './throughput-chart.css',
})
export class ThroughputChart {
  readonly figures = input.required<RateFigures>();
  readonly unit = input.required<ThroughputUnit>();
  /** What somebody hears who does not see it. */
  readonly name = input.required<string>();

  protected readonly height = HEIGHT;
  protected readonly fills = WORKLOAD_FILLS;
  private readonly place = computed(() => 100 / Math.max(this.figures().bars.length, FEWEST_PLACES));
  protected readonly bars = computed(() => {
    const { bars, top } = this.figures();
    return bars.map(({ from, rates, total }, index) => {
      const texts = rates.map(({ service, rate }) => `${WORKLOAD_FACES[service].label} ${rateText(rate, this.unit())}`);
      let y = HEIGHT;
      const pieces = rates.map(({ service, rate }): Piece => {
        const height = Math.max(1, (rate / top) * HEIGHT);
        y -= height;
        return { service, x: index * this.place(), y: Math.max(0, y), width: this.place() * BAR_PART, height };
      });
      const title = [formatLocalMoment(from), `(${formatExact(from)})`, ...texts].join(' ');
      return { key: from.getTime(), total, pieces, title };
    });
  });
  protected readonly scale = computed(() => [1, 0.5].map((part) => rateText(this.figures().top * part, this.unit())));
  protected readonly ends = computed(() => {
    const { bars } = this.figures();
    const [first, last] = [bars.at(0), bars.at(-1)];
    if (first === undefined || last === undefined) return null;
    const format = last.to.getTime() - first.from.getTime() < DAY ? formatLocalTime : formatLocalMoment;
    const end = (at: Date) => ({ text: format(at), exact: formatExact(at) });
    const [from, to] = [end(first.from), end(last.to)];
    // Under the bars, which do not fill the place when there are few.
    return { from, to: from.text === to.text ? null : to, width: bars.length * this.place() };
  });
}

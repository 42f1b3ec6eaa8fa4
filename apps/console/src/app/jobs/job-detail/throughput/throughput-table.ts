import { Component, computed, input } from '@angular/core';
import { formatExact, formatLocalMoment } from '../../../format/dates';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { type RateFigures, rateOf, rateText, type ThroughputUnit } from './throughput-figures';
import { THROUGHPUT_TEXTS } from './throughput.texts';

/** The figures of the chart, for whoever reads, compares or copies them; latest first. */
@Component({
  selector: 'ferry-throughput-table',
  template: `
    <div class="frame" tabindex="0" role="region" [attr.aria-label]="name()">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ texts.time }}</th>
            @for (service of figures().services; track service) {
              <th scope="col" class="number">{{ faces[service].label }}</th>
            }
            <th scope="col" class="number">{{ texts.total }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <th scope="row" class="numeric">
                <time [title]="row.exact">{{ row.time }}</time>
              </th>
              @for (cell of row.cells; track $index) {
                <td class="number">{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './throughput-table.css',
})
export class ThroughputTable {
  readonly figures = input.required<RateFigures>();
  readonly unit = input.required<ThroughputUnit>();
  readonly name = input.required<string>();

  protected readonly texts = THROUGHPUT_TEXTS;
  protected readonly faces = WORKLOAD_FACES;
  protected readonly rows = computed(() =>
    this.figures()
      .bars.toReversed()
      .map((bar) => ({
        key: bar.from.getTime(),
        time: formatLocalMoment(bar.from),
        exact: formatExact(bar.from),
        cells: [...this.figures().services.map((service) => rateOf(bar, service)), bar.total].map((rate) =>
          rate === 0 ? '–' : rateText(rate, this.unit()),
        ),
      })),
  );
}

import { BreakpointObserver } from '@angular/cdk/layout';
import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { ImportedRow } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { Pill } from '../../ui/pill/pill';
import { OUTCOME_FACES } from '../labels/import-faces';
import { PEOPLE_IMPORT_TEXTS } from './people-import.texts';

/** As import-rows.css has it: on a phone the fault stands below the outcome. */
const ROW_HEIGHTS = { wide: 44, narrow: 80 };
const NARROW = '(max-width: 639px)';
const MOST_ROWS_SEEN = 11;

/** The rows of an import, of which there may be a hundred thousand: only those that are seen are drawn. */
@Component({
  selector: 'ferry-import-rows',
  imports: [CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport, Pill],
  templateUrl: './import-rows.html',
  styleUrl: './import-rows.css',
})
export class ImportRows {
  readonly rows = input.required<readonly ImportedRow[]>();
  readonly dryRun = input.required<boolean>();

  protected readonly texts = PEOPLE_IMPORT_TEXTS;
  private readonly narrow = toSignal(inject(BreakpointObserver).observe(NARROW));
  protected readonly rowHeight = computed(() => ROW_HEIGHTS[this.narrow()?.matches ? 'narrow' : 'wide']);
  protected readonly height = computed(() => Math.min(this.rows().length, MOST_ROWS_SEEN) * this.rowHeight());
  protected readonly lines = computed(() =>
    this.rows().map(({ line, id, outcome, faults }) => {
      const { tone, icon, label, future } = OUTCOME_FACES[outcome];
      return {
        line: formatCount(line),
        id: id ?? this.texts.noId,
        tone,
        icon,
        label: this.dryRun() ? future : label,
        faults: faults.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join(' '),
      };
    }),
  );
}

import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, computed, input } from '@angular/core';
import type { ImportedRow } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { Pill } from '../../ui/pill/pill';
import { OUTCOME_FACES } from '../labels/import-faces';
import { PEOPLE_IMPORT_TEXTS } from './people-import.texts';

const ROW_HEIGHT = 44;
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
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly height = computed(() => Math.min(this.rows().length, MOST_ROWS_SEEN) * ROW_HEIGHT);
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

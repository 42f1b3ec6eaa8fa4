import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ErrorEntry } from '@ferry/contracts';
import { FIXER_LABELS } from '../jobs/labels/fixer-labels';
import { PALETTE_TEXTS } from './palette.texts';

/** What an error code means, what to do about it, and who can. */
@Component({
  selector: 'ferry-error-code-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ entry.code }} · {{ entry.title }}</h2>
    <mat-dialog-content>
      <dl>
        @for (fact of facts; track fact.name) {
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.text }}</dd>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" mat-dialog-close>{{ texts.closeCode }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-3) var(--space-5);
    }
    dt {
      color: var(--ink-2);
    }
    dd {
      color: var(--ink);
    }
  `,
})
export class ErrorCodeDialog {
  protected readonly entry = inject<ErrorEntry>(MAT_DIALOG_DATA);
  protected readonly texts = PALETTE_TEXTS;
  protected readonly facts = [
    { name: PALETTE_TEXTS.cause, text: this.entry.cause },
    { name: PALETTE_TEXTS.remedy, text: this.entry.remedy },
    { name: PALETTE_TEXTS.who, text: FIXER_LABELS[this.entry.who] },
    { name: PALETTE_TEXTS.where, text: this.entry.where },
  ];
}

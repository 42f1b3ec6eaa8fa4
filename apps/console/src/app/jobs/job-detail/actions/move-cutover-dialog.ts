import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ServiceClock } from '../../../clock/service-clock';
import { DateTimeField } from '../../../ui/date-time-field/date-time-field';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

@Component({
  selector: 'ferry-move-cutover-dialog',
  imports: [DateTimeField, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ texts.heading }}</h2>
    <mat-dialog-content>
      <p class="why">{{ texts.why }}</p>
      <ferry-date-time-field
        [label]="texts.label"
        inputId="cutover-date"
        describedBy="cutover-error"
        [invalid]="error() !== null"
        [(value)]="date"
      />
      <p id="cutover-error" class="error small" aria-live="polite">{{ error() }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" mat-dialog-close>{{ texts.keep }}</button>
      <button matButton="filled" type="button" [disabled]="error() !== null" [mat-dialog-close]="date()">
        {{ texts.move }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .why {
      margin-bottom: var(--space-4);
    }
    .error {
      min-height: 16px;
      margin-top: var(--space-2);
      color: var(--bad);
    }
  `,
})
export class MoveCutoverDialog {
  private readonly clock = inject(ServiceClock);

  protected readonly texts = JOB_DETAIL_TEXTS.moveCutover;
  protected readonly date = signal<Date | null>(inject<Date>(MAT_DIALOG_DATA));
  protected readonly error = computed(() => {
    const date = this.date();
    if (date === null) return this.texts.missing;
    return date <= this.clock.now() ? this.texts.past : null;
  });
}

/** Asks for the new date; null when it stays. */
export async function askCutoverDate(dialogs: MatDialog, current: Date): Promise<Date | null> {
  const dialog = dialogs.open<MoveCutoverDialog, Date, unknown>(MoveCutoverDialog, { data: current, width: '440px' });
  const answer = await firstValueFrom(dialog.afterClosed());
  return answer instanceof Date ? answer : null;
}

import { Component, inject } from '@angular/core';
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

/** A question before something that cannot be undone. The safe answer has the focus. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  readonly confirm: string;
  readonly keep: string;
}

@Component({
  selector: 'ferry-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content>{{ question.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" [mat-dialog-close]="false" cdkFocusInitial>{{ question.keep }}</button>
      <button matButton="filled" class="danger" type="button" [mat-dialog-close]="true">{{ question.confirm }}</button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks, and tells whether it was confirmed. */
export async function isConfirmed(dialogs: MatDialog, question: Question): Promise<boolean> {
  const dialog = dialogs.open<ConfirmDialog, Question, unknown>(ConfirmDialog, {
    data: question,
    role: 'alertdialog',
    width: '440px',
  });
  return (await firstValueFrom(dialog.afterClosed())) === true;
}

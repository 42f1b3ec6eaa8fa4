import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { TextField } from '../../ui/text-field/text-field';
import { CONNECTION_TEXTS } from './connection.texts';

@Component({
  selector: 'ferry-replace-secret-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  template: `
    <h2 mat-dialog-title>{{ texts.heading }}</h2>
    <form novalidate (submit)="$event.preventDefault(); replace()">
      <mat-dialog-content>
        <p class="why">{{ texts.explanation }}</p>
        <ferry-text-field
          inputId="new-secret"
          type="password"
          [label]="texts.label"
          [fault]="isMissing() ? texts.missing : null"
          [(value)]="secret"
          (valueChange)="isMissing.set(false)"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="outlined" type="button" mat-dialog-close>{{ texts.keep }}</button>
        <button matButton="filled" type="submit">{{ texts.confirm }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .why {
      margin-bottom: var(--space-4);
    }
  `,
})
export class ReplaceSecretDialog {
  private readonly dialog = inject<MatDialogRef<ReplaceSecretDialog, string>>(MatDialogRef);

  protected readonly texts = CONNECTION_TEXTS.replaceSecret;
  protected readonly secret = signal('');
  protected readonly isMissing = signal(false);

  protected replace(): void {
    this.isMissing.set(this.secret() === '');
    if (!this.isMissing()) this.dialog.close(this.secret());
  }
}

/** Asks for a new secret; null when the old one stays. */
export async function askSecret(dialogs: MatDialog): Promise<string | null> {
  const dialog = dialogs.open<ReplaceSecretDialog, never, string>(ReplaceSecretDialog, { width: '440px' });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
}

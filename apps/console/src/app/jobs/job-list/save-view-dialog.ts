import { Component, computed, inject, signal } from '@angular/core';
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
import { Field } from '../../ui/field/field';
import { JOB_LIST_TEXTS } from './job-list.texts';
import { READY_VIEWS } from './ready-views';

@Component({
  selector: 'ferry-save-view-dialog',
  imports: [Field, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ texts.saveViewHeading }}</h2>
    <mat-dialog-content>
      <ferry-field [label]="texts.viewName" for="view-name" [hint]="texts.saveViewHint" [fault]="fault()">
        <input
          class="control"
          id="view-name"
          aria-describedby="view-name-note"
          autocomplete="off"
          maxlength="40"
          cdkFocusInitial
          [value]="name()"
          (input)="name.set($any($event.target).value)"
          (keydown.enter)="save()"
        />
      </ferry-field>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" mat-dialog-close>{{ texts.keepOpen }}</button>
      <button matButton="filled" type="button" [disabled]="!canSave()" (click)="save()">
        {{ texts.save }}
      </button>
    </mat-dialog-actions>
  `,
})
export class SaveViewDialog {
  private readonly dialog = inject(MatDialogRef);

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly name = signal('');
  protected readonly trimmed = computed(() => this.name().trim());
  protected readonly fault = computed(() =>
    READY_VIEWS.some(({ name }) => name === this.trimmed()) ? 'A view that everybody has bears this name.' : null,
  );
  protected readonly canSave = computed(() => this.trimmed() !== '' && this.fault() === null);

  protected save(): void {
    if (this.canSave()) this.dialog.close(this.trimmed());
  }
}

/** Asks for the name of a view; null when it is not to be kept. */
export async function askViewName(dialogs: MatDialog): Promise<string | null> {
  const dialog = dialogs.open<SaveViewDialog, undefined, unknown>(SaveViewDialog, { width: '400px' });
  const answer = await firstValueFrom(dialog.afterClosed());
  return typeof answer === 'string' && answer !== '' ? answer : null;
}

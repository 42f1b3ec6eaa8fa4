import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { KeyCap } from './key-cap';
import { SHORTCUT_GROUPS } from './shortcut';
import { SHORTCUT_GROUP_LABELS, SHORTCUT_TEXTS } from './shortcut.texts';
import { Shortcuts } from './shortcuts';

/** The keys that do something on the page that is open. */
@Component({
  selector: 'ferry-shortcuts-dialog',
  imports: [KeyCap, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, RouterLink],
  template: `
    <h2 mat-dialog-title>{{ texts.heading }}</h2>
    <mat-dialog-content>
      @for (group of groups(); track group.label) {
        <section [attr.aria-label]="group.label">
          <h3>{{ group.label }}</h3>
          <dl>
            @for (shortcut of group.shortcuts; track shortcut.key) {
              <div>
                <dt>{{ shortcut.label }}</dt>
                <dd><ferry-key-cap [key]="shortcut.key" /></dd>
              </div>
            }
          </dl>
        </section>
      }
      <p class="muted small">
        {{ shortcuts.on() ? texts.hint : texts.off }}
        <a routerLink="/settings" mat-dialog-close>{{ texts.settings }}</a>.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" mat-dialog-close cdkFocusInitial>{{ texts.close }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    section {
      margin-bottom: var(--space-5);
    }
    h3 {
      margin-bottom: var(--space-2);
      color: var(--ink-2);
      font-size: var(--size-small);
      font-weight: var(--weight-medium);
    }
    dl > div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-5);
      padding: 5px 0;
      color: var(--ink);
      border-bottom: 1px solid var(--line);
    }
  `,
})
export class ShortcutsDialog {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly texts = SHORTCUT_TEXTS;
  protected readonly groups = computed(() =>
    SHORTCUT_GROUPS.map((group) => ({
      label: SHORTCUT_GROUP_LABELS[group],
      shortcuts: this.shortcuts.known().filter((shortcut) => shortcut.group === group),
    })).filter(({ shortcuts }) => shortcuts.length > 0),
  );
}

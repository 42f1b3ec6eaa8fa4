import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { PreferenceStore } from '../preferences/preference-store';
import { THEMES } from '../preferences/preferences';
import { THEME_FACES } from '../preferences/theme-faces';
import { Icon } from '../ui/icon/icon';
import { SHELL_TEXTS } from './shell.texts';

/** Light, dark, or as the system says, and high contrast with each of them. */
@Component({
  selector: 'ferry-theme-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="look"
      [attr.aria-label]="texts.theme + ': ' + face().label"
      [title]="texts.theme + ': ' + face().label"
    >
      <ferry-icon [name]="face().icon" />
    </button>
    <mat-menu #look="matMenu" xPosition="before">
      @for (choice of choices; track choice.theme) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="preferences().theme === choice.theme"
          (click)="store.change({ theme: choice.theme })"
        >
          <span class="choice">
            <ferry-icon [name]="choice.icon" />{{ choice.label }}
            @if (preferences().theme === choice.theme) {
              <ferry-icon class="chosen" name="check" />
            }
          </span>
        </button>
      }
      <button
        mat-menu-item
        class="contrast"
        type="button"
        role="menuitemcheckbox"
        [attr.aria-checked]="isHighContrast()"
        (click)="store.change({ contrast: isHighContrast() ? 'normal' : 'high' })"
      >
        <span class="choice">
          <ferry-icon name="contrast" />{{ texts.highContrast }}
          @if (isHighContrast()) {
            <ferry-icon class="chosen" name="check" />
          }
        </span>
      </button>
    </mat-menu>
  `,
  styles: `
    .choice {
      display: flex;
      align-items: center;
    }
    .chosen {
      margin: 0 0 0 auto;
    }
    .contrast {
      border-top: 1px solid var(--line);
    }
  `,
})
export class ThemeMenu {
  protected readonly store = inject(PreferenceStore);
  protected readonly preferences = this.store.preferences;
  protected readonly texts = SHELL_TEXTS;
  protected readonly choices = THEMES.map((theme) => ({ theme, ...THEME_FACES[theme] }));
  protected readonly face = computed(() => THEME_FACES[this.preferences().theme]);
  protected readonly isHighContrast = computed(() => this.preferences().contrast === 'high');
}

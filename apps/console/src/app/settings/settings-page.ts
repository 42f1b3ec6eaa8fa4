import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ServiceClock } from '../clock/service-clock';
import { formatDateTime } from '../format/dates';
import { PreferenceStore } from '../preferences/preference-store';
import {
  CHOICES,
  CONTRASTS,
  DATE_LANGUAGES,
  DENSITIES,
  MOTIONS,
  type Preferences,
  SWITCHES,
  THEMES,
} from '../preferences/preferences';
import { THEME_FACES } from '../preferences/theme-faces';
import { ShellDialogs } from '../shell/shell-dialogs';
import { Choice, type ChoiceOption } from '../ui/choice/choice';
import {
  CONTRAST_LABELS,
  DATE_LANGUAGE_LABELS,
  DENSITY_LABELS,
  MOTION_LABELS,
  SETTINGS_TEXTS,
  SWITCH_LABELS,
} from './settings.texts';

/** How somebody likes the console. */
@Component({
  selector: 'ferry-settings-page',
  imports: [Choice, MatButton],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: { class: 'page' },
})
export class SettingsPage {
  private readonly store = inject(PreferenceStore);
  private readonly clock = inject(ServiceClock);

  protected readonly dialogs = inject(ShellDialogs);
  protected readonly texts = SETTINGS_TEXTS;
  protected readonly preferences = this.store.preferences;
  protected readonly themes: readonly ChoiceOption[] = THEMES.map((value) => ({ value, ...THEME_FACES[value] }));
  protected readonly contrasts = options(CONTRASTS, CONTRAST_LABELS);
  protected readonly densities = options(DENSITIES, DENSITY_LABELS);
  protected readonly motions = options(MOTIONS, MOTION_LABELS);
  protected readonly switches = options(SWITCHES, SWITCH_LABELS);
  protected readonly languages = options(DATE_LANGUAGES, DATE_LANGUAGE_LABELS);
  protected readonly example = computed(() => formatDateTime(this.clock.now()));

  protected choose<Name extends keyof Preferences>(name: Name, value: string): void {
    const choice = CHOICES[name].find((known) => known === value);
    if (choice !== undefined) this.store.change({ [name]: choice });
  }
}

function options<T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): readonly ChoiceOption[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

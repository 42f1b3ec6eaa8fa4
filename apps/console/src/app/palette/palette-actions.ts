import { computed, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { LiveUpdates } from '../live/live-updates';
import { PreferenceStore } from '../preferences/preference-store';
import { THEMES } from '../preferences/preferences';
import { THEME_FACES } from '../preferences/theme-faces';
import { AccessTokenStore } from '../session/access-token-store';
import { SessionStore } from '../session/session-store';
import { DESTINATIONS } from '../shell/destinations';
import { ShellDialogs } from '../shell/shell-dialogs';
import type { IconName } from '../ui/icon/icons';
import type { PaletteItem } from './palette-item';
import { PALETTE_TEXTS } from './palette.texts';

/** What can be gone to and done without asking the service: pages, and what is about the console itself. */
@Service()
export class PaletteActions {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly preferences = inject(PreferenceStore);
  private readonly live = inject(LiveUpdates);
  private readonly tokens = inject(AccessTokenStore);
  private readonly dialogs = inject(ShellDialogs);

  readonly pages = computed<readonly PaletteItem[]>(() =>
    DESTINATIONS.filter(({ needsWrite }) => !needsWrite || this.session.canWrite()).map(({ path, label, icon }) => ({
      key: path,
      group: 'pages',
      label,
      detail: '',
      icon,
      run: () => void this.router.navigateByUrl(path),
    })),
  );

  readonly actions = computed<readonly PaletteItem[]>(() => {
    const { theme, contrast, density } = this.preferences.preferences();
    const otherThemes = THEMES.filter((candidate) => candidate !== theme);
    return [
      ...otherThemes.map((candidate) =>
        action(PALETTE_TEXTS.themes[candidate], THEME_FACES[candidate].icon, () =>
          this.preferences.change({ theme: candidate }),
        ),
      ),
      contrast === 'high'
        ? action(PALETTE_TEXTS.normalContrast, 'contrast', () => this.preferences.change({ contrast: 'normal' }))
        : action(PALETTE_TEXTS.highContrast, 'contrast', () => this.preferences.change({ contrast: 'high' })),
      density === 'compact'
        ? action(PALETTE_TEXTS.comfortable, 'layout-list', () => this.preferences.change({ density: 'comfortable' }))
        : action(PALETTE_TEXTS.compact, 'layout-list', () => this.preferences.change({ density: 'compact' })),
      ...this.liveAction(),
      action(PALETTE_TEXTS.shortcuts, 'keyboard', () => void this.dialogs.openShortcuts()),
      action(PALETTE_TEXTS.signOut, 'logout', () => this.tokens.forget()),
    ];
  });

  private liveAction(): PaletteItem[] {
    const situation = this.live.situation();
    if (situation === 'live') return [action(PALETTE_TEXTS.pause, 'player-pause', () => this.live.pause())];
    if (situation === 'paused') return [action(PALETTE_TEXTS.resume, 'player-play', () => this.live.resume())];
    return [];
  }
}

function action(label: string, icon: IconName, run: () => void): PaletteItem {
  return { key: label, group: 'actions', label, detail: '', icon, run };
}

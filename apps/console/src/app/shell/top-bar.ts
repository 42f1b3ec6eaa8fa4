import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Session } from '@ferry/contracts';
import { type Theme, THEMES, ThemeStore } from '../theme/theme-store';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Pill } from '../ui/pill/pill';

const THEME_FACES: Record<Theme, { label: string; icon: IconName }> = {
  system: { label: 'As the system', icon: 'device-desktop' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};

/** Where one is (sandbox, tenant), how it looks, and who one is. */
@Component({
  selector: 'ferry-top-bar',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, Pill],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  readonly session = input.required<Session | null>();

  readonly signOut = output();

  protected readonly themes = inject(ThemeStore);
  protected readonly choices = THEMES.map((theme) => ({ theme, ...THEME_FACES[theme] }));
  protected readonly face = computed(() => THEME_FACES[this.themes.theme()]);
  protected readonly initials = computed(() => initialsOf(this.session()?.displayName ?? ''));
}

/** "Megan Bowen" -> "MB". */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}

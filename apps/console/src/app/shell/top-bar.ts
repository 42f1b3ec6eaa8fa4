import { Component, computed, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Session } from '@ferry/contracts';
import { LiveIndicator } from '../live/live-indicator';
import { Icon } from '../ui/icon/icon';
import { Pill } from '../ui/pill/pill';
import { SHELL_TEXTS } from './shell.texts';
import { ThemeMenu } from './theme-menu';

/** Where one is (sandbox, tenant), how it looks, and who one is. */
@Component({
  selector: 'ferry-top-bar',
  imports: [Icon, LiveIndicator, MatMenu, MatMenuItem, MatMenuTrigger, Pill, RouterLink, ThemeMenu],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  readonly session = input.required<Session | null>();

  readonly signOut = output();
  readonly help = output();

  protected readonly texts = SHELL_TEXTS;
  protected readonly initials = computed(() => initialsOf(this.session()?.displayName ?? ''));
}

/** "Megan Bowen" -> "MB". */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
